import { Button, CloseButton, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type Translate, useText } from '../../text/use-text.ts';
import { join, type ValueProblem, type ValueProblems } from './check-value.ts';
import { type Draft, emptyDraft, fieldOf, isList, type JsonSchema } from './json-schema.ts';
import classes from './schema-field.module.css';

interface SchemaFieldProps {
  readonly name: string;
  readonly place: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
  readonly draft: Draft | undefined;
  /** Undefined leaves the field out of the message. */
  readonly onChange: (draft: Draft | undefined) => void;
  readonly problems: ValueProblems;
}

/** One field of a message, named as OCPP names it; with all that is in it. */
export function SchemaField(props: SchemaFieldProps) {
  const { schema } = props;
  if (schema.type === 'object') return <ObjectField {...props} />;
  if (schema.type === 'array') return <ListField {...props} />;
  if (schema.enum !== undefined || schema.type === 'boolean') return <ChoiceField {...props} />;
  return <TextField {...props} />;
}

/** All fields of an object, one below the other. */
export function ObjectFields(props: Omit<SchemaFieldProps, 'name' | 'required'>) {
  const { schema, place, draft, onChange, problems } = props;
  const required = new Set(schema.required);
  return (
    <div className={classes.fields}>
      {Object.entries(schema.properties ?? {}).map(([name, inner]) => (
        <SchemaField
          key={name}
          name={name}
          place={join(place, name)}
          schema={inner}
          required={required.has(name)}
          draft={fieldOf(draft, name)}
          problems={problems}
          onChange={(changed) => {
            const others = typeof draft === 'object' && !isList(draft) ? draft : {};
            const { [name]: _, ...rest } = others;
            onChange(changed === undefined ? rest : { ...rest, [name]: changed });
          }}
        />
      ))}
    </div>
  );
}

function ObjectField(props: SchemaFieldProps) {
  const { name, schema, required, draft, onChange } = props;
  const { t } = useText();
  if (draft === undefined)
    return <AddButton label={t('message.addPart', { name })} onClick={() => onChange(emptyDraft(schema))} />;
  return (
    <fieldset className={classes.group}>
      <legend>{name}</legend>
      {required ? null : (
        <CloseButton
          className={classes.drop}
          aria-label={t('message.dropPart', { name })}
          onClick={() => onChange(undefined)}
        />
      )}
      <ObjectFields {...props} />
    </fieldset>
  );
}

function ListField(props: SchemaFieldProps) {
  const { name, place, schema, draft, onChange, problems } = props;
  const { t } = useText();
  const items = isList(draft) ? draft : [];
  const inner = schema.items ?? {};
  const problem = problems.get(place);
  const change = (changed: readonly Draft[]) =>
    onChange(changed.length === 0 && !props.required ? undefined : changed);
  return (
    <fieldset className={classes.group}>
      <legend>{name}</legend>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item of a message has nothing but its place
        <div key={index} className={classes.item}>
          <SchemaField
            name={`${name} ${index + 1}`}
            place={join(place, index)}
            schema={inner}
            required
            draft={item}
            problems={problems}
            onChange={(changed) => change(items.map((one, at) => (at === index ? (changed ?? '') : one)))}
          />
          <CloseButton
            aria-label={t('message.dropPart', { name: `${name} ${index + 1}` })}
            onClick={() => change(items.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      {problem === undefined ? null : <p className={classes.problem}>{problemWords(problem, t)}</p>}
      <AddButton
        label={t('message.addPart', { name })}
        onClick={() => change([...items, emptyDraft(inner)])}
      />
    </fieldset>
  );
}

function ChoiceField({ name, place, schema, required, draft, onChange, problems }: SchemaFieldProps) {
  const { t } = useText();
  const choices = schema.enum?.map((word) => ({ value: word, label: word })) ?? [
    { value: 'true', label: t('message.yes') },
    { value: 'false', label: t('message.no') },
  ];
  return (
    <Select
      label={name}
      classNames={LABEL}
      required={required}
      data={choices}
      value={typeof draft === 'string' && draft !== '' ? draft : null}
      clearable={!required}
      searchable={choices.length > 8}
      error={words(problems.get(place), t)}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}

/** Longer than this, a text is not written on one line. */
const ONE_LINE = 500;

function TextField({ name, place, schema, required, draft, onChange, problems }: SchemaFieldProps) {
  const { t } = useText();
  const isTime = schema.format === 'date-time';
  const Input = (schema.maxLength ?? 0) > ONE_LINE ? Textarea : TextInput;
  return (
    <Input
      label={name}
      classNames={LABEL}
      required={required}
      placeholder={hintOf(schema, t)}
      value={typeof draft === 'string' ? draft : ''}
      error={words(problems.get(place), t)}
      {...(isTime && {
        rightSectionWidth: 64,
        rightSection: (
          <Button size="compact-xs" variant="subtle" onClick={() => onChange(new Date().toISOString())}>
            {t('message.now')}
          </Button>
        ),
      })}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
    />
  );
}

const LABEL = { label: classes.label ?? '' };

function AddButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button
      className={classes.add ?? ''}
      size="compact-sm"
      variant="subtle"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}

function hintOf({ type, format, maxLength }: JsonSchema, t: Translate): string {
  if (format === 'date-time') return '2026-11-21T08:00:00Z';
  if (type === 'integer') return t('message.whole');
  if (type === 'number') return t('message.number');
  return maxLength === undefined ? t('message.text') : t('message.textUpTo', { count: maxLength });
}

function words(problem: ValueProblem | undefined, t: Translate): string | null {
  return problem === undefined ? null : problemWords(problem, t);
}

/** What is wrong with a field, in words. */
export function problemWords({ kind, limit }: ValueProblem, t: Translate): string {
  return t(`message.problem.${kind}`, { limit: limit ?? '' });
}
