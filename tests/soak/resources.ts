import { readdirSync, readFileSync } from 'node:fs';
import { createMongo } from '@orders/shared/mongo';
import type { System } from '../support/system';
import { requiredVariable, silentLog } from '../support/test-database';
import { growsSteadily, growthPerHour } from './growth';

/** What a system at rest takes. */
export interface Sample {
  hours: number;
  /** All that were placed until then. */
  orders: number;
  /** Memory in MiB; the peak is that of the process's life. */
  processes: { name: string; pid: number; memory: number; peak: number; files: number }[];
  /** Of data and indexes in all databases. */
  bytes: number;
  bytesOnDisk: number;
}

const most = { memory: 256, memoryPerHour: 10, filesPerHour: 10, bytesPerOrderRatio: 1.25 };
const databases = ['auth', 'inventory', 'orders', 'processor'];

export async function sampleResources({ layout, pidOf }: System): Promise<Omit<Sample, 'hours' | 'orders'>> {
  const processes = layout.replicas.map(({ name }) => sampleProcess(name, pidOf(name)!));
  const sizes = await Promise.all(databases.map((name) => statsOf(`${layout.prefix}${name}`)));
  const sum = (field: string) => sizes.reduce((total, size) => total + size[field]! + size['indexSize']!, 0);
  return { processes, bytes: sum('dataSize'), bytesOnDisk: sum('storageSize') };
}

function sampleProcess(name: string, pid: number) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mebibytes = (field: string) =>
    Math.round(Number(status.split(`${field}:`)[1]?.trim().split(' ')[0]) / 102.4) / 10;
  const files = readdirSync(`/proc/${pid}/fd`).length;
  return { name, pid, memory: mebibytes('VmRSS'), peak: mebibytes('VmHWM'), files };
}

async function statsOf(database: string): Promise<Record<string, number>> {
  const mongo = createMongo({ uri: requiredVariable('MONGO_URI'), database, log: silentLog });
  await mongo.connect();
  try {
    return await mongo.command({ dbStats: 1 });
  } finally {
    await mongo.stop();
  }
}

/** What each process took, and which bounds it passed; growth is that of its longest life, for faults restart it. */
function judgeProcesses(samples: Sample[]) {
  const all = samples.flatMap(({ hours, processes }) => processes.map((one) => ({ ...one, hours })));
  return [...Map.groupBy(all, ({ name }) => name)].map(([name, ofName]) => {
    const lives = [...Map.groupBy(ofName, ({ pid }) => pid).values()];
    const life = lives.reduce((longest, one) => (one.length > longest.length ? one : longest));
    const [first, last] = [ofName[0]!, ofName.at(-1)!];
    const memory = life.map((one) => ({ at: one.hours, value: one.memory }));
    const files = life.map((one) => ({ at: one.hours, value: one.files }));
    const row = {
      process: name,
      lives: lives.length,
      memoryAtStart: first.memory,
      memoryPeak: Math.max(...ofName.map(({ peak }) => peak)),
      memoryAtEnd: last.memory,
      memoryPerHour: rounded(growthPerHour(memory)),
      filesAtStart: first.files,
      filesPeak: Math.max(...ofName.map((one) => one.files)),
      filesAtEnd: last.files,
      filesPerHour: rounded(growthPerHour(files)),
    };
    const findings = [
      row.memoryPeak > most.memory && `${name} took ${row.memoryPeak} MiB, more than ${most.memory}`,
      growsSteadily(memory, most.memoryPerHour) && `the memory of ${name} grows by ${row.memoryPerHour} MiB an hour`,
      growsSteadily(files, most.filesPerHour) && `the open files of ${name} grow by ${row.filesPerHour} an hour`,
    ];
    return { row, findings: findings.filter((finding) => finding !== false) };
  });
}

/** What an order adds to the databases, in the whole time and in both halves of it. */
function judgeDatabases(samples: Sample[]) {
  const [first, middle, last] = [samples[0]!, samples[Math.floor(samples.length / 2)]!, samples.at(-1)!];
  const perOrder = (one: Sample, other: Sample, field: 'bytes' | 'bytesOnDisk' = 'bytes') =>
    Math.round((other[field] - one[field]) / Math.max(1, other.orders - one.orders));
  const [before, after] = [perOrder(first, middle), perOrder(middle, last)];
  const isMore = samples.length >= 8 && after > before * most.bytesPerOrderRatio;
  return {
    row: {
      bytesAtStart: first.bytes,
      bytesAtEnd: last.bytes,
      bytesPerOrder: perOrder(first, last),
      inFirstHalf: before,
      inSecondHalf: after,
      onDisk: perOrder(first, last, 'bytesOnDisk'),
    },
    findings: isMore ? [`an order adds ${after} bytes to the databases, and ${before} at first`] : [],
  };
}

export function judgeResources(samples: Sample[]) {
  const processes = judgeProcesses(samples);
  const database = judgeDatabases(samples);
  return {
    processes: processes.map(({ row }) => row),
    database: database.row,
    findings: [...processes.flatMap(({ findings }) => findings), ...database.findings],
  };
}

const rounded = (value: number) => Math.round(value * 10) / 10;
