/** What some clients generate imports files without their ending, and folders, as bundlers allow: resolve hooks of Node's. */
import { register } from 'node:module';

const endings = ['', '.ts', '/index.ts'];

export async function resolve(name, context, next) {
  for (const ending of endings) {
    try {
      return await next(name + ending, context);
    } catch (error) {
      if (!name.startsWith('.') || ending === endings.at(-1)) throw error;
    }
  }
}

if (import.meta.url.endsWith('?register')) register(import.meta.url.replace('?register', ''));
