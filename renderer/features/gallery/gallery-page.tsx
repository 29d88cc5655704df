import { CurveGallery } from './curve-gallery.tsx';
import { FormGallery } from './form-gallery.tsx';
import classes from './gallery-page.module.css';
import { MarkGallery } from './mark-gallery.tsx';
import { TableGallery } from './table-gallery.tsx';

/** Every component in its states. Light and dark are chosen above, as everywhere. */
export function GalleryPage() {
  return (
    <div className={classes.page}>
      <h1>Gallery</h1>
      <MarkGallery />
      <TableGallery />
      <CurveGallery />
      <FormGallery />
    </div>
  );
}
