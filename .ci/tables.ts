/** Tables of the documentation that have to name the same packages as the tree. */

/** The names in the first column of the table below the heading `title`; each stands between backticks. */
export function packagesIn(markdown: string, title: string): string[] {
  const section = markdown.split(/^## /m).find((text) => text.startsWith(`${title}\n`)) ?? '';
  const cells = section.split('\n').flatMap((line) => /^\|([^|]*)\|/.exec(line)?.[1] ?? []);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

/** Where a table and the tree differ, each with what to do: `advice` for what the table lacks. */
export function differences(
  found: readonly string[],
  listed: readonly string[],
  where: string,
  advice: string,
): string[] {
  const missing = [...new Set(found)].filter((name) => !listed.includes(name));
  const gone = listed.filter((name) => !found.includes(name));
  return [
    ...missing.map((name) => `${name} is not in ${where}: ${advice}`),
    ...gone.map((name) => `${name} is in ${where}, and not in the tree any more: take it out there`),
  ];
}
