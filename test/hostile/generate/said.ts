// Claims and the statements that take a stance towards them.
import * as vocabulary from '../../../src/db/generated/enums.ts';
import type { Draw, Entry } from './draw.ts';
import { type Evidences, standingsBut, withKeys } from './evidence.ts';
import { drawDates, kindsInOrder, surelyAfter, toldOf } from './order.ts';
import { links, maybeOf, type Slugs, someOf } from './references.ts';
import { labelled } from './shared.ts';
import { prose } from './text.ts';

/** What is asked for, rejected or promised is neither charged nor found nor disproven. */
const neitherTrueNorFalse: readonly string[] = ['DEMAND', 'OBJECTION', 'COMMITMENT'];
const neverFound = standingsBut('CHARGED', 'ADMITTED', 'ADJUDICATED', 'DISPROVEN');

export function claims(draw: Draw, evidence: Evidences, slugs: Slugs): Entry[] {
  const subjects = [
    ...slugs.events.map((event) => ({ event })),
    ...slugs.legalActions.map((legalAction) => ({ legalAction })),
    ...slugs.actors.map((actor) => ({ actor })),
  ];
  return slugs.claims.map((own, index) => {
    const kind = draw.of(Object.values(vocabulary.ClaimKind));
    return {
      ...{
        slug: own,
        text: prose(draw),
        kind,
        subject: draw.of<Entry>(subjects),
      },
      ...someOf(draw, 'holdsResponsible', slugs.actors),
      ...someOf(draw, 'mentions', slugs.actors),
      ...links(draw, evidence, slugs.claims, index, (to) =>
        kindsInOrder(vocabulary.ClaimLinkKind, { REFINES: 'to' }, [index, to], () => false),
      ),
      ...evidence.of('Claim', ['text', 'subject'], neitherTrueNorFalse.includes(kind) ? neverFound : undefined),
    };
  });
}

export function statements(draw: Draw, evidence: Evidences, slugs: Slugs): Entry[] {
  const dates = drawDates(draw, slugs.statements);
  // What is reported was said before.
  const witnesses = (index: number) =>
    slugs.statements.slice(0, index).filter((_, other) => {
      return !surelyAfter(toldOf(draw, dates[index]?.date), toldOf(draw, dates[other]?.date));
    });
  return slugs.statements.map((own, index) => ({
    ...{ slug: own, summary: prose(draw), ...labelled(draw, 'medium', vocabulary.StatementMedium) },
    ...dates[index],
    ...maybeOf(draw, 'reportedIn', witnesses(index)),
    speakers: draw.some(slugs.acting, 1),
    ...maybeOf(draw, 'onBehalfOf', slugs.acting),
    ...someOf(draw, 'addressees', slugs.actors),
    ...someOf(draw, 'actors', slugs.actors),
    ...someOf(draw, 'events', slugs.events),
    ...someOf(draw, 'legalActions', slugs.legalActions),
    ...maybeOf(draw, 'occasion', slugs.events),
    positions: withKeys(
      draw.list(0, slugs.claims.length > 0 ? 2 : 0, () => ({
        ...{ claim: draw.of(slugs.claims), stance: draw.of(Object.values(vocabulary.Stance)) },
        ...evidence.of('Position', ['stance']),
      })),
      ({ claim, stance }) => [claim, stance],
    ),
    ...evidence.of('Statement', ['summary', 'date', 'speakers']),
  }));
}
