import { type SizeResult } from '../results.ts';

/** Shares below this are told together. */
const smallest = 0.01;

/** A table of the code that the time goes to; none where there is no profile. */
export function profileSection({ profile }: SizeResult): string[] {
  if (!profile) return [];
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const shown = profile.filter(([, share]) => share >= smallest);
  const rest = profile.reduce((sum, [, share]) => sum + (share < smallest ? share : 0), 0);
  return [
    'Where the time of Casebook’s process goes for `point` with 16 clients, by whose code is on top:',
    [
      '| code | share |',
      '| --- | ---: |',
      ...[...shown, ['all else', rest] as const].map(([owner, share]) => `| ${owner} | ${percent(share)} |`),
    ].join('\n'),
  ];
}
