import { writeFile } from 'node:fs/promises';
import type { Subjects } from './reads.js';
export async function writePlans(_url: string, _subjects: Subjects): Promise<void> { await writeFile('/dev/null', ''); }
