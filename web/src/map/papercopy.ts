// Copies of the drawn canvases for a print. A browser prints what a WebGL canvas showed last, not what was drawn since; a plain
// canvas it prints as it is.

/** Lays a copy over each canvas, which it hides; to be called in the task that drew them. Returns what undoes it. */
export function copyCanvases(container: HTMLElement): () => void {
  const undo: (() => void)[] = [];
  for (const drawn of container.querySelectorAll('canvas')) {
    if (drawn.width === 0 || drawn.height === 0) continue;
    const copy = document.createElement('canvas');
    copy.className = drawn.className;
    copy.style.cssText = drawn.style.cssText;
    copy.width = drawn.width;
    copy.height = drawn.height;
    copy.getContext('2d')!.drawImage(drawn, 0, 0);
    drawn.after(copy);
    const was = drawn.style.visibility;
    drawn.style.visibility = 'hidden';
    undo.push(() => {
      copy.remove();
      drawn.style.visibility = was;
    });
  }
  return () => undo.forEach((u) => u());
}
