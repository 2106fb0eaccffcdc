/** Returns the first of the slugs, in quotation marks. */
export function named(slugs: readonly string[]): string {
  const more = slugs.length > 3 ? ` and ${slugs.length - 3} more` : '';
  return `${slugs
    .slice(0, 3)
    .map((slug) => `'${slug}'`)
    .join(', ')}${more}`;
}
