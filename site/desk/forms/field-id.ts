/** The id of a field's element: one for each path, whatever a contestant is called. */
export const fieldId = (path: string): string => `field:${encodeURIComponent(path)}`;
