import { Button, Menu } from '@mantine/core';
import { IconDownload, type IconFileTypeCsv } from '@tabler/icons-react';
import { useText } from '../text/use-text.ts';

interface ExportFile {
  readonly label: string;
  readonly icon: typeof IconFileTypeCsv;
  readonly href: string;
}

interface ExportMenuProps {
  /** What the files hold. */
  readonly hint: string;
  readonly files: readonly ExportFile[];
}

/** A list as a file: plain links, so that browser and desktop window save them their own way. */
export function ExportMenu({ hint, files }: ExportMenuProps) {
  const { t } = useText();
  return (
    <Menu width={250}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('words.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{hint}</Menu.Label>
        {files.map(({ label, icon: Icon, href }) => (
          <Menu.Item
            key={href}
            component="a"
            href={href}
            download
            leftSection={<Icon size={16} stroke={1.75} aria-hidden />}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
