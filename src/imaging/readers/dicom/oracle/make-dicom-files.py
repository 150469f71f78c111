# Writes DICOM files of every kind with pydicom, packs them with dcmtk and gdcm, and prints for each
# what it must decode to, a JSON line a file: what went in where nothing is lost, else what dcmtk
# decodes. Called by the test beside it: make-dicom-files.py FOLDER
import hashlib, json, subprocess, sys, warnings
from pathlib import Path
import numpy as np
import pydicom
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian as LITTLE

warnings.simplefilter('ignore')
folder = Path(sys.argv[1])
rng = np.random.RandomState(20251125)
BIG, IMPLICIT, DEFLATED = '1.2.840.10008.1.2.2', '1.2.840.10008.1.2', '1.2.840.10008.1.2.1.99'


def picture(rows, columns, bits, samples=1, frames=1, signed=False, smooth=True):
    """Hills with a little noise, from the least value to the greatest."""
    y, x = np.mgrid[0:rows, 0:columns]
    hill = np.sin(np.pi * x / columns) * np.sin(np.pi * y / rows)
    whole = np.stack([hill * (0.5 + 0.5 * ((f + s) % 3) / 2) for f in range(frames) for s in range(samples)])
    whole = whole.reshape(frames, samples, rows, columns).transpose(0, 2, 3, 1)
    top = 2 ** bits - 1
    noise = rng.randint(-3, 4, whole.shape) if smooth else rng.randint(0, top + 1, whole.shape)
    values = np.clip(whole * top * 0.9 * smooth + noise, 0, top).astype('i8')
    if not smooth:
        values.flat[0], values.flat[1] = 0, top
    return values - (2 ** (bits - 1) if signed else 0)


def write(name, values, bits, syntax=LITTLE, signed=False, allocated=None, photometric=None, planar=0,
          rubbish=False, **more):
    frames, rows, columns, samples = values.shape
    allocated = allocated or (8 if bits <= 8 else 16 if bits <= 16 else 32)
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = syntax
    meta.MediaStorageSOPClassUID = '1.2.840.10008.5.1.4.1.1.7'
    meta.MediaStorageSOPInstanceUID = '2.25.1'
    ds = FileDataset(str(folder / name), {}, file_meta=meta, preamble=b'\0' * 128)
    ds.SOPClassUID, ds.SOPInstanceUID = meta.MediaStorageSOPClassUID, '2.25.1'
    ds.StudyInstanceUID, ds.SeriesInstanceUID = '2.25.2', '2.25.3'
    ds.PatientName, ds.PatientID, ds.Modality = 'PHANTOM^ORACLE', '1', 'OT'
    ds.Rows, ds.Columns, ds.SamplesPerPixel = rows, columns, samples
    ds.PhotometricInterpretation = photometric or ('RGB' if samples == 3 else 'MONOCHROME2')
    if samples > 1:
        ds.PlanarConfiguration = planar
    if frames > 1:
        ds.NumberOfFrames = frames
    ds.BitsAllocated, ds.BitsStored, ds.HighBit = allocated, bits, bits - 1
    ds.PixelRepresentation = int(signed)
    for key, value in more.items():
        setattr(ds, key, value)
    stored = values.transpose(0, 3, 1, 2) if planar else values
    order = '>' if syntax == BIG else '<'
    words = stored.astype('i8') & ((1 << allocated) - 1)
    if rubbish:
        high = rng.randint(0, 2 ** (allocated - bits), words.shape) << bits
        words = (words & ((1 << bits) - 1)) | high
    raw = words.astype(f'{order}u{allocated // 8}').tobytes()
    raw += b'\0' * (len(raw) % 2)
    if allocated == 8 and syntax == BIG:
        raw = np.frombuffer(raw, '<u2').byteswap().tobytes()
    ds.PixelData = raw
    ds['PixelData'].VR = 'OW' if allocated > 8 or syntax in (BIG, IMPLICIT) else 'OB'
    ds.is_little_endian, ds.is_implicit_VR = syntax != BIG, syntax == IMPLICIT
    ds.save_as(folder / name, write_like_original=False)
    return name, values.astype(f'<{"i" if signed else "u"}{allocated // 8}')


def say(name, values):
    values = np.ascontiguousarray(values)
    line = {'name': name, 'shape': list(values.shape), 'type': ('u' if values.dtype.kind == 'u' else '') + f'int{values.dtype.itemsize * 8}',
            'sha256': hashlib.sha256(values.tobytes()).hexdigest(), 'most': 0}
    print(json.dumps(line))


def run(*command):
    return subprocess.run([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def packed(source, label, *command):
    """A packed copy, or None where this tool cannot make it."""
    name = f'{Path(source).stem}-{label}.dcm'
    return name if run(command[0], *command[1:], folder / source, folder / name) else None


def decoded(name, values, *command):
    """What dcmtk makes of a packed file."""
    plain = folder / (name + '.plain')
    if not run(*command, folder / name, plain):
        return None
    ds = pydicom.dcmread(plain)
    # dcmtk leaves the sign out of what it has packed with loss.
    kind = 'i' if ds.PixelRepresentation else 'u'
    return ds.pixel_array.astype(f'<{kind}{ds.BitsAllocated // 8}').reshape(values.shape)


for syntax, label in [(LITTLE, 'le'), (IMPLICIT, 'imp'), (BIG, 'be'), (DEFLATED, 'defl')]:
    for bits, signed, samples, frames in [(8, 0, 1, 1), (8, 1, 1, 2), (12, 0, 1, 1), (12, 1, 1, 3), (16, 0, 1, 1),
                                          (16, 1, 1, 2), (32, 0, 1, 1), (32, 1, 1, 1), (8, 0, 3, 1), (16, 0, 3, 2)]:
        name = f'{label}-{bits}{"s" if signed else "u"}-{samples}x{frames}.dcm'
        values = picture(17, 23, bits, samples, frames, bool(signed), smooth=False)
        say(*write(name, values, bits, syntax, bool(signed)))
for signed in (False, True):
    values = picture(19, 21, 12, signed=signed, smooth=False)
    say(*write(f'rubbish-{signed}.dcm', values, 12, signed=signed, rubbish=True))
say(*write('planar.dcm', picture(9, 8, 8, 3, 2, smooth=False), 8, planar=1))

for bits, signed, samples, frames in [(8, 0, 1, 1), (8, 0, 1, 3), (12, 0, 1, 1), (12, 1, 1, 1), (16, 0, 1, 2),
                                      (16, 1, 1, 1), (8, 0, 3, 1), (8, 0, 3, 2)]:
    name = f'base-{bits}{"s" if signed else "u"}-{samples}x{frames}.dcm'
    values = picture(40, 56, bits, samples, frames, bool(signed))
    _, stored = write(name, values, bits, signed=bool(signed))
    exact = [('rle', 'dcmcrle'), ('e1', 'dcmcjpeg', '+e1'), ('jls', 'dcmcjpls', '+el'), ('gj2k', 'gdcmconv', '--j2k')]
    # A process for each file: the rare ways once for each depth.
    is_full = frames == 1 and (bits, signed) in ((12, 0), (16, 1)) or samples == 3 and frames == 1
    if is_full:
        exact += [(f'sv{sv}', 'dcmcjpeg', '+el', '+sv', sv) for sv in range(1, 8)]
        exact += [(f'g{kind}', 'gdcmconv', f'--{kind}') for kind in ('jpegls', 'rle', 'jpeg')]
    if frames > 1:
        exact += [('cut', 'dcmcrle', '+fs', 1), ('jcut', 'dcmcjpeg', '+e1', '+fs', 1), ('jnot', 'dcmcjpeg', '+e1', '-ot')]
    if samples == 3:
        exact += [(f'jls{mode}', 'dcmcjpls', '+el', f'+i{mode}') for mode in ('l', 's', 'n')]
    for label, *command in exact:
        made = packed(name, label, *command)
        if made:
            say(made, stored)
    lossy = [('ee', 'dcmcjpeg', '+ee'), ('ep', 'dcmcjpeg', '+ep')]
    if is_full:
        lossy += [('es', 'dcmcjpeg', '+es')]
    if bits == 8:
        lossy += [('eb', 'dcmcjpeg', '+eb'), ('eb50', 'dcmcjpeg', '+eb', '+q', 50)]
    if bits in (8, 12):
        lossy += [('near', 'dcmcjpls', '+en', '+md', 3)]
    if samples == 3 and is_full:
        lossy += [('s4', 'dcmcjpeg', '+eb', '+s4'), ('n2', 'dcmcjpeg', '+eb', '+n2'), ('cr', 'dcmcjpeg', '+eb', '+cr')]
    if bits > 8 and is_full:
        lossy += [(f'pt{sv}', 'dcmcjpeg', '+el', '+sv', sv, '+pt', 2) for sv in (1, 4)]
    for label, *command in lossy:
        made = packed(name, label, *command)
        values = made and decoded(made, stored, 'dcmdjpls' if label == 'near' else 'dcmdjpeg')
        if values is not None and values is not False:
            say(made, values)
