import { evidenceIn } from '../../domain/evidence.ts';
import { fold } from '../../domain/text-fold.ts';
import { messageById } from '../../services/delivery/album.ts';
import type { InboundUpdate } from '../../services/ports/messenger.ts';
import type { EvidenceKept } from '../../services/ports/reports.ts';
import type { Command, ReportCommand } from '../command.ts';
import type { Turn } from '../turn.ts';
import { withoutPoliteEdges } from '../understanding/polite-edges.ts';

/** A link, a document's number or a file, with no word of which task or that it is done. */
export function isBareEvidence(command: Command | null): command is ReportCommand {
  return command?.name === 'report' && !command.explicit && command.numbers.length === 0;
}

/** Nothing is said besides: "em gửi ảnh minh chứng ạ". */
export function saysNothingElse(text: string): boolean {
  const words = fold(evidenceIn(text).rest)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return withoutPoliteEdges(words)
    .split(' ')
    .every((word) => word === '' || BESIDE_EVIDENCE.has(word));
}

const BESIDE_EVIDENCE = new Set(
  (
    'minh chung anh hinh chup scan tep file link lien ket duong dan van ban tai lieu bao cao bien ban ket qua san pham ' +
    'bo sung them gui kem theo dinh kem day nay nua tiep cua va em xin photo picture evidence here attached more'
  ).split(' '),
);

/** What came with this message, or with the one that a button remembers. */
export async function evidenceOf(
  turn: Turn,
  command: { evidence?: EvidenceKept[]; evidenceOf?: number },
): Promise<EvidenceKept[]> {
  const own = [...(command.evidence ?? []), ...attachedTo(turn.update)];
  const earlier = await rememberedBy(turn, command);
  return earlier === null ? own : [...own, ...evidenceIn(earlier.event.text).given, ...attachedTo(earlier)];
}

/** The words that a report is made with: those of this message, or of the one that a button remembers. */
export async function wordsOfReport(turn: Turn, command: { evidenceOf?: number }): Promise<string> {
  const { event } = turn.update;
  return event.type === 'message' ? event.text : ((await rememberedBy(turn, command))?.event.text ?? '');
}

type Message = InboundUpdate & { event: Extract<InboundUpdate['event'], { type: 'message' }> };

async function rememberedBy(
  turn: Turn,
  { evidenceOf: id }: { evidenceOf?: number },
): Promise<Message | null> {
  if (id === undefined) return null;
  const earlier = await messageById(turn.store.inbox, id);
  // A button can be forged: only what this very person sent in this very chat is taken.
  const isOwn =
    earlier?.platform === turn.update.platform &&
    earlier.chat.id === turn.update.chat.id &&
    earlier.from?.id === turn.update.from?.id;
  return isOwn && isMessage(earlier) ? earlier : null;
}

function isMessage(update: InboundUpdate): update is Message {
  return update.event.type === 'message';
}

export function attachedTo({ platform, event }: InboundUpdate): EvidenceKept[] {
  if (event.type !== 'message') return [];
  return event.attachments.map(({ fileId, name }) => ({
    kind: 'file',
    value: `${platform}:${fileId}`,
    name: name ?? null,
  }));
}
