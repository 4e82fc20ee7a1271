import { ADVERTISEMENTS_2016 } from '../election/edition-tables.ts';

/** Formats that may be filed, by the kind of what they carry, and the two compressions [2016 App.5 ¶8, ¶10]. */
export const DOCUMENT_FORMATS = ['rtf', 'doc', 'docx', 'html', 'pdf', 'txt'] as const;
export const IMAGE_FORMATS = ['gif', 'jpeg', 'tiff', 'png'] as const;
export const AUDIO_FORMATS = ['wav', 'mp3'] as const;
export const VIDEO_FORMATS = ['avi', 'mpeg'] as const;
export const ARCHIVE_FORMATS = ['zip', 'gz'] as const;

export const FORMATS = [
  ...DOCUMENT_FORMATS,
  ...IMAGE_FORMATS,
  ...AUDIO_FORMATS,
  ...VIDEO_FORMATS,
  ...ARCHIVE_FORMATS,
] as const;
export type Format = (typeof FORMATS)[number];

/** Of one file, in bytes; the limit itself is allowed [2016 App.5 ¶7, D-2]. */
export const MAX_FILE_BYTES = ADVERTISEMENTS_2016.maxFileBytes;

/** How names of files end, without the dot. Anything else is not on the list. */
const BY_EXTENSION: ReadonlyMap<string, Format> = new Map<string, Format>([
  ...FORMATS.map((format) => [format, format] as const),
  ['htm', 'html'],
  ['text', 'txt'],
  ['jpg', 'jpeg'],
  ['jpe', 'jpeg'],
  ['jfif', 'jpeg'],
  ['tif', 'tiff'],
  ['wave', 'wav'],
  ['mpg', 'mpeg'],
  ['mpe', 'mpeg'],
  ['m1v', 'mpeg'],
  ['m2v', 'mpeg'],
  ['gzip', 'gz'],
]);

/** What is kept and sent as; a browser is told never to guess. */
export const CONTENT_TYPES: Readonly<Record<Format, string>> = {
  rtf: 'application/rtf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  pdf: 'application/pdf',
  txt: 'text/plain',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  tiff: 'image/tiff',
  png: 'image/png',
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  avi: 'video/x-msvideo',
  mpeg: 'video/mpeg',
  zip: 'application/zip',
  gz: 'application/gzip',
};

/** The end of a name after its last dot, in small letters; empty when there is none. */
export const extensionOf = (name: string): string => {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
};

/** The format that a name promises, `null` when its ending is not on the list. */
export const formatOfName = (name: string): Format | null => BY_EXTENSION.get(extensionOf(name)) ?? null;

/** What a candidate may do with a kind that is not on the list; words hang on it. */
export type Advice = 'video' | 'audio' | 'image' | 'document' | 'archive' | 'program' | 'other';

const ENDINGS: Readonly<Record<Exclude<Advice, 'other'>, string>> = {
  video: 'mp4 m4v mov qt webm mkv wmv flv 3gp 3g2 ogv ts mts m2ts vob divx asf',
  audio: 'm4a aac ogg oga opus flac wma aif aiff amr mid midi mp2 caf',
  image: 'svg svgz webp heic heif avif bmp ico psd ai eps raw dng cr2 nef jp2 jxl emf wmf',
  document:
    'odt ott docm dot dotx dotm xls xlsx xlsm ppt pptx pptm pps ppsx pub pages numbers key md csv xml xhtml mht mhtml epub wps wpd xps tex url webloc lnk',
  archive: 'rar 7z tar tgz bz2 xz zst cab iso dmg jar lzh arj z',
  program: 'exe com scr msi bat cmd ps1 vbs vbe js jse wsf hta sh app apk dll jnlp reg pif chm',
};

const ADVICE: ReadonlyMap<string, Advice> = new Map(
  (Object.entries(ENDINGS) as readonly (readonly [Advice, string])[]).flatMap(([advice, endings]) =>
    endings.split(' ').map((ending) => [ending, advice] as const),
  ),
);

/** What to recommend for a name whose ending is not on the list. */
export const adviceForName = (name: string): Advice => ADVICE.get(extensionOf(name)) ?? 'other';
