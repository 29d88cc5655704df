import { Button, FileButton } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import classes from './file-drop.module.css';

interface FileDropProps {
  readonly lead: string;
  /** On the button. */
  readonly choose: string;
  /** What is taken. */
  readonly hint: string;
  /** As `accept` of a file input. */
  readonly accept: string;
  readonly multiple?: boolean;
  readonly isBusy?: boolean;
  /** One part of several, not what the page is for. */
  readonly compact?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are dropped or chosen; a phone offers its camera as well. */
export function FileDrop(props: FileDropProps) {
  const { lead, choose, hint, accept, multiple = false, isBusy = false, compact = false, onFiles } = props;
  const [isOver, setIsOver] = useState(false);
  const reset = useRef<() => void>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  const chosen = (files: File | File[] | null) => {
    onFiles(Array.isArray(files) ? files : files === null ? [] : [files]);
    // The same file may be chosen once more.
    reset.current?.();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way of several; the button is for all
    <div
      className={classes.drop}
      data-over={isOver}
      data-compact={compact}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      {compact ? null : <IconFileUpload size={32} stroke={1.5} aria-hidden />}
      <p className={classes.lead}>{lead}</p>
      <FileButton<boolean>
        onChange={chosen}
        accept={accept}
        multiple={multiple}
        resetRef={reset}
        inputProps={{ 'aria-label': choose }}
      >
        {(opening) => (
          <Button {...opening} variant={compact ? 'default' : 'filled'} loading={isBusy}>
            {choose}
          </Button>
        )}
      </FileButton>
      <p className={classes.quiet}>{hint}</p>
    </div>
  );
}
