# The same work with nibabel and Pillow: 25 slices of a NIfTI file as PNG in the bone window.
import os
import sys

import nibabel
import numpy
from PIL import Image

values = numpy.asanyarray(nibabel.load(sys.argv[1]).dataobj)
count = values.shape[2]
for nth in range(25):
    index = int((nth + 0.5) * count / 25)
    shown = numpy.clip((values[:, :, index].T.astype(numpy.float32) + 500) / 1800 * 255, 0, 255)
    Image.fromarray(shown.round().astype(numpy.uint8)).save(os.path.join(sys.argv[2], f"nifti-{nth}.png"))
