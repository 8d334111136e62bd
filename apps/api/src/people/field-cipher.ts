import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Encrypts single fields at rest with AES-256-GCM; `key` is 64 hexadecimal digits. Format: `v1.<iv>.<tag>.<text>`, base64url. */
export class FieldCipher {
  private readonly key: Buffer;
  constructor(key: string) { this.key = Buffer.from(key.slice(0, 64), 'hex'); }

  seal(text: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return ['v1', ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
  }
  /** Throws when the text was altered or sealed with another key. */
  open(sealed: string): string {
    const [version, iv = '', tag = '', text = ''] = sealed.split('.');
    if (version !== 'v1') throw new Error('unknown sealed field format');
    const decipher = createDecipheriv('aes-256-gcm', this.key, Buffer.from(iv, 'base64url'));
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
  }
}
