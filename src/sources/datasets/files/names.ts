/** The last part of a place. */
export function nameOf(place: string): string {
  return place.slice(place.lastIndexOf('/') + 1);
}

/** What a place is in; empty at the top. */
export function folderOf(place: string): string {
  return place.slice(0, Math.max(0, place.lastIndexOf('/')));
}

/** The name of the file without what tells its format. */
export function stemOf(place: string): string {
  return nameOf(place).replace(/\.(nii\.gz|[a-z]+)$/i, '');
}

export function isPicture(place: string): boolean {
  return /\.(jpe?g|png)$/i.test(place);
}

export function isDicom(place: string): boolean {
  return /\.(dcm|dicom)$/i.test(place);
}
