import type { Card } from '../access/card.ts';
import { cardUid } from '../access/card-uid.ts';
import { holderOfNumber } from '../access/holder-of-number.ts';
import { cardId } from '../shared/ids.ts';
import { assignCard } from './assign-card.ts';
import { groupsText } from './find-references.ts';
import type { ImportBench } from './import-bench.ts';
import type { ImportFacts } from './import-facts.ts';
import { importField } from './import-kind.ts';
import { type Finding, finding, type ImportProblem } from './import-problem.ts';
import { type JudgedRow, judged, notRead } from './judged-row.ts';
import { numberTaken } from './number-taken.ts';
import { isOutOfReach, outOfReach, type Place, placeRecord } from './place-record.ts';
import { plainText } from './read-cell.ts';
import { validityProblems, validityTexts, withValidity } from './record-days.ts';
import { at, type ReadingContext, type RowInput, readField, readRow, type Values } from './row-values.ts';

/** What a row makes of a card and, where it names them, of the driver and the vehicle that the card belongs to. */
export function judgeCard(bench: ImportBench, row: RowInput, context: ReadingContext): JudgedRow {
  const key = keyOf(bench, row, context);
  if (key.problems.some(({ kind }) => kind === 'missing')) return notRead(key.problems);
  const known = bench.cardByUid(cardUid(key.value));
  if (known !== null && isOutOfReach(bench, known.tenantId)) return notRead([outOfReach()]);
  const shown = known === null ? null : cardTexts(bench, known);
  const { values, problems } = readRow(row, shown, { context, but: ['uid'] });
  const place = placeRecord(bench, values, { known, of: 'users' });
  const after = withCardValues(bench.facts, known ?? newCard(bench.facts, key.value), { values, place });
  const ofCard = Object.keys(values).some((field) => CARD_FIELDS.has(field));
  const assigned = assignCard(bench, after, { row, context, values });
  return judged({
    isNew: known === null,
    values: known === null ? { uid: key.value, ...values } : values,
    shown,
    problems: [
      ...key.problems,
      ...(known === null ? numberProblems(bench, after, row) : []),
      ...problems,
      ...place.problems,
      ...validityProblems(after),
      ...assigned.problems,
    ],
    records:
      known === null || ofCard
        ? [...place.records, { of: 'card', before: known, after }, ...assigned.records]
        : assigned.records,
    settles: `card ${after.uid}`,
  });
}

const CARD_FIELDS: ReadonlySet<string> = new Set([
  'label',
  'holder',
  'groups',
  'tenant',
  'validFrom',
  'expiresOn',
  'blocked',
  'maxConcurrent',
  'parentTag',
]);

/** A number that is known is right, whatever it looks like. */
function keyOf(bench: ImportBench, row: RowInput, context: ReadingContext) {
  const field = importField('cards', 'uid');
  if (field === null) throw new Error('Cards have a number');
  const plain = cardUid(plainText(row.cells.uid, field, true).value);
  if (bench.cardByUid(plain) !== null) return { value: plain, problems: [] };
  return readField(row, field, context);
}

/** The same bytes in another spelling are the same card held to another reader. */
function numberProblems(bench: ImportBench, { uid }: Card, row: RowInput): readonly ImportProblem[] {
  const holder = holderOfNumber(bench, uid, { kind: 'card', id: null });
  if (holder !== null) return [numberTaken(bench, 'uid', holder)];
  if (row.typed.has('uid')) return [];
  const twin = bench.twinOf(uid);
  if (twin === null) return [];
  const found: Finding =
    twin.row === null ? twinKnown(bench, twin.uid) : finding('twin-in-file', null, String(twin.row));
  return [at('uid', found)];
}

/** A card that whoever imports may not see is not named. */
function twinKnown(bench: ImportBench, uid: string): Finding {
  const twin = bench.cardByUid(cardUid(uid));
  return twin !== null && isOutOfReach(bench, twin.tenantId)
    ? finding('twin-elsewhere')
    : finding('twin-known', uid, uid);
}

function withCardValues(
  facts: ImportFacts,
  card: Card,
  { values, place }: { readonly values: Values; readonly place: Place },
): Card {
  const { maxConcurrent, parentTag } = values;
  return {
    ...card,
    ...withValidity(card, values, facts),
    tenantId: place.tenantId,
    groupIds: place.groupIds,
    label: values.label ?? card.label,
    holder: values.holder ?? card.holder,
    maxConcurrent:
      maxConcurrent === undefined
        ? card.maxConcurrent
        : maxConcurrent === 'any'
          ? null
          : Number(maxConcurrent || 1),
    parentTag: parentTag === undefined ? card.parentTag : parentTag === '' ? null : cardUid(parentTag),
  };
}

function newCard({ now, newId, tenantId }: ImportFacts, uid: string): Card {
  return {
    id: cardId(newId('card')),
    tenantId,
    uid: cardUid(uid),
    spellings: [],
    label: '',
    holder: '',
    groupIds: [],
    addedAt: now,
    validFrom: null,
    blockedAt: null,
    expiresAt: null,
    maxConcurrent: 1,
    parentTag: null,
    removedAt: null,
  };
}

/** A card in the fields of a file, with the first of its drivers and of its vehicles. */
export function cardTexts(bench: ImportBench, card: Card): Values {
  const assignments = bench.assignmentsOf(card.id);
  const driverId = assignments.find((one) => one.driverId !== null)?.driverId ?? null;
  const vehicleId = assignments.find((one) => one.vehicleId !== null)?.vehicleId ?? null;
  const driver = driverId === null ? null : bench.driver(driverId);
  const vehicle = vehicleId === null ? null : bench.vehicle(vehicleId);
  return {
    uid: card.uid,
    label: card.label,
    holder: card.holder,
    groups: groupsText(bench, card.groupIds),
    tenant: bench.tenantText(card.tenantId),
    ...validityTexts(card, bench.facts.days),
    maxConcurrent: card.maxConcurrent === null ? 'any' : String(card.maxConcurrent),
    parentTag: card.parentTag ?? '',
    driver: driver?.name ?? '',
    email: driver?.email ?? '',
    phone: driver?.phone ?? '',
    costCentre: driver?.costCentre ?? '',
    contract: driver?.contract ?? '',
    plate: vehicle?.plate ?? '',
    make: vehicle?.make ?? '',
    model: vehicle?.model ?? '',
  };
}
