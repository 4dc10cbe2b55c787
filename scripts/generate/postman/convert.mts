// Turns the OpenAPI document into requests of a Postman collection, by operation.
import converter from 'openapi-to-postmanv2';

export interface PostmanRequest {
  method: string;
  url: { path: string[]; host: string[]; query: KeyValue[]; variable: KeyValue[] };
  header: KeyValue[];
  description?: unknown;
  body?: object;
  auth?: object;
}

export interface KeyValue {
  key: string;
  value: string;
}

export interface ConvertedItem {
  name: string;
  request: PostmanRequest;
}

interface Converted {
  name: string;
  request?: PostmanRequest;
  item?: Converted[];
}

type Callback = Parameters<typeof converter.convertV2>[2];

interface Conversion {
  result: boolean;
  reason?: string;
  output?: { data: { item: Converted[] } }[];
}

/** The requests under names as `post /api/order/{id}`. */
export async function requestsByOperation(document: object): Promise<Map<string, ConvertedItem>> {
  const conversion = await new Promise<Conversion>((resolve, reject) => {
    const answer = (error: Error | null | undefined, result?: Conversion) =>
      result ? resolve(result) : reject(error ?? new Error('the document could not be converted'));
    converter.convertV2({ type: 'json', data: document }, { folderStrategy: 'Tags' }, answer as Callback);
  });
  if (!conversion.result) throw new Error(conversion.reason);
  const items = (conversion.output ?? []).flatMap(({ data }) => leavesOf(data.item));
  return new Map(items.map((item) => [operationOf(item.request), item]));
}

const leavesOf = (items: Converted[]): ConvertedItem[] =>
  items.flatMap(({ name, request, item }) => [...(request ? [{ name, request }] : []), ...leavesOf(item ?? [])]);

function operationOf({ method, url }: PostmanRequest): string {
  const path = url.path.map((part) => part.replace(/^:(.+)$/, '{$1}'));
  return `${method.toLowerCase()} /${path.join('/')}`;
}
