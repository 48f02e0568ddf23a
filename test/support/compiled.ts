/** What tests start as a process, compiled: loading the sources takes a process longer than most of what it is to do. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../../src/root.ts';
import { keptBetweenRuns } from './kept-between-runs.ts';

let folder: Promise<string> | undefined;

/** @param source "src/nhachan.ts" @returns where it stands compiled */
export async function compiled(source: string): Promise<string> {
  folder ??= compile();
  return join(await folder, source.replace(/[.]ts$/, '.js'));
}

async function compile(): Promise<string> {
  const sources = await sourcesIn('src', 'jobs', 'test/support', 'locales');
  return keptBetweenRuns('compiled', JSON.stringify(sources), async (outDir) => {
    // Only who compiles needs the compiler, which takes long to load.
    const { ModuleKind, ScriptTarget, transpileModule } = await import('typescript');
    /** As in tsconfig.json; types are checked elsewhere. */
    const compilerOptions = {
      module: ModuleKind.ESNext,
      target: ScriptTarget.ES2023,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    };
    for (const { path, text } of sources) {
      const to = join(outDir, path.replace(/[.]ts$/, '.js'));
      await mkdir(dirname(to), { recursive: true });
      await writeFile(
        to,
        path.endsWith('.ts') ? transpileModule(text, { compilerOptions }).outputText : text,
      );
    }
  });
}

async function sourcesIn(...folders: string[]): Promise<{ path: string; text: string }[]> {
  const found = folders.map(async (folder) => {
    const names = await readdir(join(root, folder), { recursive: true });
    return names.filter((name) => /[.](ts|json)$/.test(name)).map((name) => join(folder, name));
  });
  const paths = (await Promise.all(found)).flat().sort();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })));
}
