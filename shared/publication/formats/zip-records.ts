/** The numbers with which the records of a ZIP archive begin (APPNOTE.TXT 4.3). */
export const ZIP_RECORDS = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
