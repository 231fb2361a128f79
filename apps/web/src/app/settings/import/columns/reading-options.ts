import { Component, computed, input, output } from '@angular/core';

import type { MappingDraft } from '../draft/mapping-draft.js';

const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le'];

/** How the file is to be read, beside what its columns become. */
@Component({
  selector: 'fp-reading-options',
  templateUrl: './reading-options.html',
  styleUrl: './reading-options.css',
})
export class ReadingOptions {
  readonly draft = input.required<MappingDraft>();
  readonly timeZone = input.required<string>();
  readonly changed = output<Partial<MappingDraft>>();

  protected readonly formats = [
    'dd/MM/yyyy HH:mm', 'MM/dd/yyyy HH:mm', 'M/d/yyyy h:mm a', 'dd-MM-yyyy HH:mm', 'dd.MM.yyyy HH:mm', 'yyyy/MM/dd HH:mm:ss',
  ];
  protected readonly delimiters = [
    { value: ',', name: 'Comma' },
    { value: ';', name: 'Semicolon' },
    { value: '\t', name: 'Tab' },
    { value: '|', name: 'Bar' },
  ];
  protected readonly encodings = computed(() => [...new Set([...ENCODINGS, this.draft().encoding])]);

  protected wordsOf(text: string): string[] {
    return text.split(',').map((word) => word.trim()).filter((word) => word !== '');
  }
}
