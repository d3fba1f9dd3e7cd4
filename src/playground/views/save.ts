/** Hands a file to the reader, as a download. */
export function saveFile(name: string, content: Blob): void {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(content);
  anchor.download = name;
  anchor.click();
  // The download has its own hold on the content by then.
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
}
