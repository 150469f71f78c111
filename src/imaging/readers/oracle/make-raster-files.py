# Writes PNG and JPEG files of every kind, and what Pillow reads from them, a JSON line a file.
# Called by the test beside it: make-raster-files.py FOLDER
import hashlib, json, sys
from pathlib import Path
import numpy as np
from PIL import Image

folder = Path(sys.argv[1])
rng = np.random.RandomState(20251125)
# Smooth, as pictures are: noise alone would use few of PNG's filters.
rough = Image.fromarray(rng.randint(0, 256, (9, 11, 4)).astype('u1'), 'RGBA')
sizes = [(1, 1), (3, 5), (8, 8), (67, 33), (130, 121)]


def say(name, image, **options):
    image.save(folder / name, **options)
    read = Image.open(folder / name)
    values = np.asarray(read)
    if values.dtype == bool:
        values = values.astype('u1')
    if read.mode in ('I', 'I;16', 'I;16B'):
        values = values.astype('<u2')
    channels = 1 if values.ndim == 2 else values.shape[2]
    print(json.dumps({
        'name': name, 'size': [read.width, read.height, 1], 'channels': channels,
        'type': 'uint16' if values.dtype.itemsize == 2 else 'uint8',
        'sum': int(values.sum()), 'sha256': hashlib.sha256(values.tobytes()).hexdigest(),
    }))


for size in sizes:
    label = f'{size[0]}x{size[1]}'
    colour = rough.resize(size, Image.BICUBIC)
    grey = colour.convert('L')
    deep = (np.asarray(grey).astype('u2') * 257 + rng.randint(0, 200, size[::-1])).clip(0, 65535)
    say(f'grey-{label}.png', grey)
    say(f'bit-{label}.png', grey.convert('1'))
    say(f'deep-{label}.png', Image.fromarray(deep.astype('u2')))
    say(f'rgb-{label}.png', colour.convert('RGB'))
    say(f'rgba-{label}.png', colour)
    say(f'la-{label}.png', colour.convert('LA'))
    for colours, bits in ((2, 1), (4, 2), (16, 4), (200, 8)):
        say(f'palette{bits}-{label}.png', colour.convert('RGB').quantize(colours), bits=bits)
    profile = b'not a profile'
    say(f'profiled-{label}.png', colour.convert('RGB'), icc_profile=profile, dpi=(72, 72))
    for quality in (35, 92):
        say(f'grey-{quality}-{label}.jpg', grey, quality=quality)
        for sampling in (0, 1, 2):
            say(f'rgb-{quality}-{sampling}-{label}.jpg', colour.convert('RGB'), quality=quality, subsampling=sampling)
    say(f'progressive-{label}.jpg', colour.convert('RGB'), progressive=True)
    say(f'inks-{label}.jpg', colour.convert('CMYK'))
