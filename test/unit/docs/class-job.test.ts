import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { parseShard } from '../../../src/class/shard';

/** What of batch/v1 Job is used in the example, and the rules that the API server holds it to. */
const quantity = { type: 'string', pattern: '^\\d+(m|Mi|Gi)?$' };
const container = {
  type: 'object',
  required: ['name', 'image', 'command', 'volumeMounts'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
    image: { type: 'string' },
    workingDir: { type: 'string', pattern: '^/' },
    command: { type: 'array', items: { type: 'string' }, minItems: 1 },
    resources: {
      type: 'object',
      additionalProperties: { type: 'object', additionalProperties: quantity },
    },
    securityContext: {
      type: 'object',
      additionalProperties: false,
      properties: {
        allowPrivilegeEscalation: { const: false },
        readOnlyRootFilesystem: { type: 'boolean' },
        capabilities: { type: 'object' },
      },
    },
    volumeMounts: { type: 'array', items: { type: 'object', required: ['name', 'mountPath'] } },
  },
};
const podSpec = {
  type: 'object',
  required: ['restartPolicy', 'containers'],
  additionalProperties: false,
  properties: {
    // With a podFailurePolicy the API server takes no other.
    restartPolicy: { const: 'Never' },
    terminationGracePeriodSeconds: { type: 'integer', minimum: 1 },
    automountServiceAccountToken: { type: 'boolean' },
    securityContext: { type: 'object' },
    containers: { type: 'array', items: container, minItems: 1 },
    volumes: { type: 'array', items: { type: 'object', required: ['name'] } },
  },
};
const jobSchema = {
  type: 'object',
  required: ['apiVersion', 'kind', 'metadata', 'spec'],
  additionalProperties: false,
  properties: {
    apiVersion: { const: 'batch/v1' },
    kind: { const: 'Job' },
    metadata: {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]{0,50}[a-z0-9])?$' } },
    },
    spec: {
      type: 'object',
      required: ['completionMode', 'completions', 'parallelism', 'template'],
      additionalProperties: false,
      properties: {
        completionMode: { const: 'Indexed' },
        completions: { type: 'integer', minimum: 1, maximum: 100_000 },
        parallelism: { type: 'integer', minimum: 1 },
        // Both only with completionMode Indexed.
        backoffLimitPerIndex: { type: 'integer', minimum: 0 },
        maxFailedIndexes: { type: 'integer', minimum: 0 },
        podFailurePolicy: { type: 'object', required: ['rules'] },
        template: { type: 'object', required: ['spec'], properties: { spec: podSpec } },
      },
    },
  },
};

interface Job {
  readonly spec: {
    readonly completions: number;
    readonly parallelism: number;
    readonly maxFailedIndexes: number;
    readonly podFailurePolicy: {
      readonly rules: readonly { readonly onExitCodes: { readonly containerName: string } }[];
    };
    readonly template: {
      readonly spec: {
        readonly containers: readonly {
          readonly name: string;
          readonly command: readonly string[];
          readonly volumeMounts: readonly { readonly name: string }[];
        }[];
        readonly volumes: readonly { readonly name: string }[];
      };
    };
  };
}

const job = parse(readFileSync(join(__dirname, '../../../docs/examples/class-job.yaml'), 'utf8')) as Job;
const { completions, parallelism, maxFailedIndexes, podFailurePolicy, template } = job.spec;
const [vigie] = template.spec.containers;

describe('the example of a Kubernetes Indexed Job', () => {
  test('is a Job that the API server takes', () => {
    const validate = new Ajv({ allErrors: true, strict: false }).compile(jobSchema);
    validate(job);
    expect(validate.errors ?? []).toEqual([]);
    expect(parallelism).toBeLessThanOrEqual(completions);
    expect(maxFailedIndexes).toBeLessThanOrEqual(completions);
    const volumes = template.spec.volumes.map(({ name }) => name);
    expect(vigie?.volumeMounts.every(({ name }) => volumes.includes(name))).toBe(true);
    expect(podFailurePolicy.rules.map(({ onExitCodes }) => onExitCodes.containerName)).toEqual([vigie?.name]);
  });

  test('gives each completion another shard, all of them together the class', () => {
    const [shell, flag, script = ''] = vigie?.command ?? [];
    expect([shell, flag]).toEqual(['sh', '-c']);
    // The command of the pod, by the machine's own shell, with the program replaced by one that prints its arguments.
    const printing = script.replace('exec node /vigie/dist/cli/main.js', "printf '%s\\n'");
    const shards = Array.from({ length: completions }, (_, index) => {
      const env = { JOB_COMPLETION_INDEX: String(index) };
      const args = execFileSync('sh', ['-c', printing], { env, encoding: 'utf8' }).trim().split('\n');
      expect(args.slice(0, 3)).toEqual(['class', 'grade', 'roster.yaml']);
      expect(args[args.indexOf('--out') + 1]).toBe(`results/shard-${index}`);
      return parseShard(args[args.indexOf('--shard') + 1] ?? '');
    });
    expect(shards).toEqual(shards.map((_, index) => ({ index: index + 1, of: completions })));
  });
});
