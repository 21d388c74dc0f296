/** Octets that are text, with the ends of lines in view. */
export function MessageText({ octets }: { readonly octets: Uint8Array }) {
  const text = Array.from(octets, (octet) => shown(octet)).join('');
  return (
    <pre class="message" tabIndex={0}>
      {text}
    </pre>
  );
}

function shown(octet: number): string {
  if (octet === 0x0d) return '␍';
  if (octet === 0x0a) return '␊\n';
  if (octet === 0x09) return '→';
  return octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : `\\x${octet.toString(16).padStart(2, '0')}`;
}
