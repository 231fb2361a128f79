import { afterRenderEffect, Component, computed, ElementRef, inject, signal } from '@angular/core';

import { FileDownload } from '../../../core/file-download.js';
import { Toast } from '../../../core/toast.js';
import { Card } from '../../../ui/card/card.js';
import { chartPicture } from '../../../ui/charts/chart-picture.js';
import { toPng } from '../../../ui/charts/chart-png.js';
import { DownloadButton } from '../../../ui/download/download-button.js';
import { DraftHistory } from '../draft/draft-history.js';
import { OutlineSelection } from '../outline/outline-selection.js';
import { DraftProblems } from '../problems/draft-problems.js';
import { BOX, type DrawnNode, treeDrawing } from './tree-drawing.js';

/** Smaller than this nobody reads it: a wide tree scrolls instead, unless all of it is asked for. */
const SMALLEST_READABLE = 0.75;

/** The decision tree as a picture; it shows what the outline selects, and a click selects there. */
@Component({
  selector: 'fp-tree-picture',
  imports: [Card, DownloadButton],
  templateUrl: './tree-picture.html',
  styleUrl: './tree-picture.css',
})
export class TreePicture {
  protected readonly selection = inject(OutlineSelection);
  protected readonly problems = inject(DraftProblems);
  private readonly history = inject(DraftHistory);
  private readonly download = inject(FileDownload);
  private readonly toast = inject(Toast);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly drawing = computed(() => treeDrawing(this.selection.lines()));
  protected readonly whole = signal(false);
  protected readonly minWidth = computed(() => (this.whole() ? 0 : this.drawing().width * SMALLEST_READABLE));
  protected readonly box = BOX;

  constructor() {
    afterRenderEffect(() => {
      if (this.selection.key() !== null) this.showSelected();
    });
  }

  protected select({ key }: DrawnNode): void {
    this.selection.select(key);
  }

  protected async savePng(): Promise<void> {
    const svg = this.host.nativeElement.querySelector('svg.tree');
    if (!svg) return;
    const { width, height } = this.drawing();
    const copy = svg.cloneNode(true) as SVGSVGElement;
    copy.querySelector('.selected')?.classList.remove('selected');
    copy.setAttribute('width', String(width));
    copy.setAttribute('height', String(height));
    const name = this.history.draft().name.trim() || 'New flow';
    const head = { title: name, subtitle: this.history.draft().category?.name ?? '', legend: [] };
    try {
      this.download.hand(await toPng(chartPicture({ svg: copy, width, height }, head), 'tree-picture'), `${name}.png`);
    } catch (error) {
      this.toast.say(`Could not draw the picture. ${error instanceof Error ? error.message : ''}`);
    }
  }

  /** Scrolls the picture only, never the page. */
  private showSelected(): void {
    const pane = this.host.nativeElement.querySelector('.scroll');
    const node = this.host.nativeElement.querySelector('.node.selected');
    if (!pane || !node) return;
    const [around, at] = [pane.getBoundingClientRect(), node.getBoundingClientRect()];
    if (at.left < around.left || at.right > around.right) pane.scrollLeft += at.left - around.left - (around.width - at.width) / 2;
    if (at.top < around.top || at.bottom > around.bottom) pane.scrollTop += at.top - around.top - (around.height - at.height) / 2;
  }
}
