# Writes NIfTI files of every kind with nibabel, and what nibabel reads back from them, a JSON line
# a file. Called by the test beside it: make-nifti-files.py FOLDER
import gzip, hashlib, json, sys
from pathlib import Path
import nibabel as nib
import numpy as np

folder = Path(sys.argv[1])
rng = np.random.RandomState(20251125)
types = ['u1', 'i1', 'i2', 'u2', 'i4', 'u4', 'i8', 'u8', 'f4', 'f8']
kinds = [(nib.Nifti1Image, '.nii', '1'), (nib.Nifti1Image, '.nii.gz', '1gz'),
         (nib.Nifti1Pair, '.hdr', 'pair'), (nib.Nifti2Image, '.nii', '2'),
         (nib.Nifti2Image, '.nii.gz', '2gz')]
names = {'u1': 'uint8', 'i1': 'int8', 'i2': 'int16', 'u2': 'uint16', 'i4': 'int32', 'u4': 'uint32',
         'i8': 'int64', 'u8': 'uint64', 'f4': 'float32', 'f8': 'float64'}


def values_of(code, shape):
    dtype = np.dtype(code)
    if dtype.kind == 'f':
        values = rng.standard_normal(shape) * 1000
        values.flat[0] = np.nan if rng.rand() < 0.3 else values.flat[0]
        return values.astype(dtype)
    info = np.iinfo(dtype)
    # Both ends of the type are always among them.
    values = rng.randint(0, 256, size=shape + (dtype.itemsize,), dtype=np.uint8).view(dtype)
    values = values.reshape(shape).copy()
    values.flat[0], values.flat[1] = info.min, info.max
    return values


def rotation():
    """Any axis anywhere, and up to some twenty degrees off."""
    turned = np.eye(3)[rng.permutation(3)] * rng.choice([-1, 1], 3)
    q, r = np.linalg.qr(turned + rng.uniform(-0.2, 0.2, (3, 3)))
    return q * np.sign(np.diag(r))


def affine_of(form):
    spacing = rng.uniform(0.2, 4, 3)
    affine = np.eye(4)
    affine[:3, :3] = rotation() @ np.diag(spacing)
    if form == 'sheared':
        affine[:3, 2] += affine[:3, 0] * 0.4
    affine[:3, 3] = rng.uniform(-200, 200, 3)
    return affine


def say(name, kind):
    image = kind.load(str(folder / name))
    raw = np.asanyarray(image.dataobj.get_unscaled())
    if raw.dtype.fields:
        channels = len(raw.dtype.fields)
        planes = np.stack([raw[field] for field in raw.dtype.names], axis=0)
        flat = planes.reshape(channels, -1, order='F').T.reshape(-1)
    else:
        channels, flat = 1, raw.reshape(-1, order='F')
    little = flat.astype(flat.dtype.newbyteorder('<'))
    finite = flat[np.isfinite(flat)] if flat.dtype.kind == 'f' else flat
    shape = list(image.shape) + [1, 1, 1]
    slope, inter = image.dataobj.slope, image.dataobj.inter
    code = flat.dtype.str[1:]
    print(json.dumps({
        'name': name, 'size': shape[:3], 'frames': int(np.prod(image.shape[3:] or [1])),
        'channels': channels, 'type': names[code], 'sha256': hashlib.sha256(little.tobytes()).hexdigest(),
        'min': str(finite.min()), 'max': str(finite.max()),
        'sum': str(sum(int(v) for v in finite)) if flat.dtype.kind != 'f' else repr(float(np.sum(finite.astype('f8')))),
        'slope': float(slope), 'intercept': float(inter),
        'affine': image.affine.tolist(), 'orientation': ''.join(nib.aff2axcodes(image.affine)),
    }))


count = 0
for kind, ending, label in kinds:
    for code in types:
        for order in '<>':
            form = ['sform', 'qform', 'none', 'sheared'][count % 4]
            shape = [(5, 4, 3), (7, 3), (3, 4, 2, 3), (4, 3, 2, 1, 2), (9,)][count % 5]
            count += 1
            header = kind.header_class(endianness=order)
            header.set_data_dtype(np.dtype(code).newbyteorder(order))
            image = kind(values_of(code, shape), None, header)
            image.header.set_data_dtype(np.dtype(code).newbyteorder(order))
            if form == 'none':
                image.header['pixdim'][1:4] = rng.uniform(0.3, 3, 3)
            elif form == 'qform':
                affine = affine_of(form)
                if count % 3 == 0:
                    affine[:3, 2] *= -1
                image.set_qform(affine, code=1)
                image.set_sform(None, code=0)
            else:
                image.set_sform(affine_of(form), code=2)
                image.set_qform(affine_of('qform'), code=1)
            image = kind(image.dataobj, image.get_sform() if form in ('sform', 'sheared') else
                         image.get_qform() if form == 'qform' else None, image.header)
            if form == 'none':
                image.header['sform_code'] = image.header['qform_code'] = 0
            if count % 6 == 0 and kind is not nib.Nifti1Pair:
                image.header.extensions.append(nib.nifti1.Nifti1Extension('comment', b'x' * (5 + count)))
            if np.dtype(code).itemsize < 8:
                image.header.set_slope_inter(*[(1, 0), (2.5, -1024), (0.001, 3)][count % 3])
            name = f'{label}-{code}-{"le" if order == "<" else "be"}-{form}-{len(shape)}d{ending}'
            # Written as it stands: nibabel's own saving would choose another scale.
            file_map = kind.filespec_to_file_map(str(folder / name))
            image.file_map = file_map
            slope, inter = image.header.get_slope_inter()
            header = image.header.copy()
            raw = np.asarray(image.dataobj)
            image.header.set_slope_inter(1, 0)
            image.to_file_map(file_map)
            if slope is not None and (slope, inter) != (1, 0):
                path = Path(file_map['header' if kind is nib.Nifti1Pair else 'image'].filename)
                opened = gzip.open if path.suffix == '.gz' else open
                with opened(path, 'rb') as file:
                    content = bytearray(file.read())
                at, size = (112, 4) if kind.header_class.sizeof_hdr == 348 else (176, 8)
                numbers = np.array([slope, inter], dtype=f'{order}f{size}').tobytes()
                content[at:at + 2 * size] = numbers
                with opened(path, 'wb') as file:
                    file.write(content)
            say(name, kind)

for fields, label in (('RGB', 'rgb'), ('RGBA', 'rgba')):
    dtype = np.dtype([(field, 'u1') for field in fields])
    raw = rng.randint(0, 256, size=(5, 4, 3, len(fields)), dtype=np.uint8)
    image = nib.Nifti1Image(raw.reshape(5, 4, -1).view(dtype).reshape(5, 4, 3), affine_of('sform'))
    image.to_filename(str(folder / f'{label}.nii.gz'))
    say(f'{label}.nii.gz', nib.Nifti1Image)
