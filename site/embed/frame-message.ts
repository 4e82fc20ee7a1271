/** What a page in a frame tells the page around it, whenever its height changes. */
export interface FrameMessage {
  readonly type: 'open-returns:height';
  /** CSS pixels. */
  readonly height: number;
  /** Names the frame for who cannot see it. */
  readonly title: string;
}

/** A frame taller than this is a mistake, or an attempt to cover the page around it. */
const TALLEST = 20_000;

/** The message, or null for whatever else is sent between windows. */
export const readFrameMessage = (data: unknown): FrameMessage | null => {
  const { type, height, title } = (data ?? {}) as Partial<FrameMessage>;
  if (type !== 'open-returns:height' || typeof height !== 'number') return null;
  if (!(height > 0 && height <= TALLEST)) return null;
  return { type, height, title: typeof title === 'string' ? title : '' };
};
