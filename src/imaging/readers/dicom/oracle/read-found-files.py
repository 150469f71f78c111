# Prints what pydicom reads from the files that come with it and with nibabel, a JSON line a file: read-found-files.py FOLDER.
# Colours that JPEG keeps as YCbCr are turned to RGB, as every viewer shows them.
import hashlib, json, os, sys, warnings
from pathlib import Path
import numpy as np
import pydicom
from importlib.util import find_spec
from pydicom.pixel_data_handlers.util import convert_color_space

warnings.simplefilter('ignore')
os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
# Its stream was written over on purpose; what comes out of it is noise.
spoilt = 'JPEG2000-embedded-sequence-delimiter.dcm'
roots = [Path(pydicom.__file__).parent / 'data']
if find_spec('nibabel'):
    roots.append(Path(find_spec('nibabel').origin).parent)
out = Path(sys.argv[1])
for number, path in enumerate(path for root in roots for path in sorted(root.rglob('*'))):
    if not path.is_file() or path.name == spoilt or path.suffix not in ('', '.dcm'):
        continue
    try:
        ds = pydicom.dcmread(path)
        values = ds.pixel_array
    except Exception:
        continue
    syntax = ds.file_meta.TransferSyntaxUID
    lossy = syntax in ('1.2.840.10008.1.2.4.50', '1.2.840.10008.1.2.4.51')
    if lossy and str(ds.PhotometricInterpretation).startswith('YBR'):
        values = convert_color_space(values, 'YBR_FULL', 'RGB')
    samples = int(ds.SamplesPerPixel)
    shape = [int(ds.get('NumberOfFrames') or 1), int(ds.Rows), int(ds.Columns), samples]
    values = np.ascontiguousarray(values.astype(values.dtype.newbyteorder('<'))).reshape(shape)
    name = f'found-{number}'
    (out / name).write_bytes(path.read_bytes())
    (out / f'{name}.raw').write_bytes(values.tobytes())
    kind = 'u' if values.dtype.kind == 'u' else ''
    print(json.dumps({
        'name': name, 'shape': shape, 'type': f'{kind}int{values.dtype.itemsize * 8}',
        'sha256': hashlib.sha256(values.tobytes()).hexdigest(),
        # Turned twice, by them and by us: each rounds, and chroma weighs nearly two.
        'most': 3 if lossy and samples == 3 else 0,
    }))
