import { useState } from 'preact/hooks';
import { usePage } from '../../page-context';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { Heading } from '../../ui/heading';

interface ImportResult {
  created: number;
  updated: number;
  unchanged: number;
  failed: { line: number; code: string; message: string }[];
}

const counts = [
  ['created', 'new'],
  ['updated', 'changed'],
  ['unchanged', 'the same as before'],
] as const;

/** Many products at once, from a file with one in each line. */
export function ImportView() {
  const { api } = usePage();
  const [result, setResult] = useState<ImportResult>();
  const send = async (_fields: Record<string, string>, form: HTMLFormElement) => {
    setResult(undefined);
    const file = new FormData(form).get('file');
    if (!(file instanceof File)) return;
    const upload = { content: file, type: 'application/x-ndjson' };
    setResult(await api<ImportResult>('/api/products/import', { upload }));
  };
  return (
    <div class="middle">
      <p>
        <a href="#/admin/products">← All products</a>
      </p>
      <Heading text="Import products" />
      <Form submit="Import" work={send} class="panel">
        <p class="quiet">
          One product as JSON in each line, up to 20,000 lines and 10 MB. What a line does not name stays as it is; the
          stock of a product that exists is never changed. Sending the file again changes nothing.
        </p>
        <pre class="sample">{'{"productId": "mug", "name": "Mug", "stock": 12, "price": 900}'}</pre>
        <Field label="File" name="file" input={{ type: 'file', accept: '.ndjson,.jsonl,application/x-ndjson' }} />
      </Form>
      <div role="status">{result && <ResultPanel result={result} />}</div>
    </div>
  );
}

const ResultPanel = ({ result }: { result: ImportResult }) => (
  <section class="panel" aria-labelledby="result-heading">
    <h2 id="result-heading">What it did</h2>
    <dl class="figures">
      {counts.map(([name, label]) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{result[name].toLocaleString()}</dd>
        </div>
      ))}
      <div class={result.failed.length > 0 ? 'alarm' : ''}>
        <dt>refused</dt>
        <dd>{result.failed.length.toLocaleString()}</dd>
      </div>
    </dl>
    {result.failed.length > 0 && (
      <ul class="rows">
        {result.failed.map(({ line, message }) => (
          <li key={line}>
            <span>
              <strong>Line {line}</strong> {message}
            </span>
          </li>
        ))}
      </ul>
    )}
  </section>
);
