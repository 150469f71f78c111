# The same work with pydicom and Pillow: headers of a series, its order, 25 slices as PNG.
import os
import sys

import numpy
import pydicom
from PIL import Image

files = [os.path.join(sys.argv[1], name) for name in os.listdir(sys.argv[1])]
heads = [(pydicom.dcmread(file, stop_before_pixels=True), file) for file in files]
heads.sort(key=lambda pair: float(pair[0].ImagePositionPatient[2]))
for nth in range(25):
    head, file = heads[int((nth + 0.5) * len(heads) / 25)]
    values = pydicom.dcmread(file).pixel_array * float(head.RescaleSlope) + float(head.RescaleIntercept)
    shown = numpy.clip((values + 500) / 1800 * 255, 0, 255)
    Image.fromarray(shown.round().astype(numpy.uint8)).save(os.path.join(sys.argv[2], f"dicom-{nth}.png"))
