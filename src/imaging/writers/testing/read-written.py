"""Reads what our writers wrote: values in our order, and where corners lie, in LPS millimetres."""

import glob
import json
import os
import sys

import nibabel
import numpy
import pydicom

folder = sys.argv[1]
corners = [(0, 0, 0), (4, 0, 0), (0, 6, 0), (0, 0, 2)]


def lps(affine, index):
    point = affine @ numpy.array([*index, 1.0])
    return [-point[0], -point[1], point[2]]


def of_nifti(file):
    image = nibabel.load(file)
    data = numpy.asanyarray(image.dataobj)
    return {
        "name": os.path.basename(file)[:-4],
        "values": data.flatten(order="F").tolist(),
        "corners": [lps(image.get_sform(), corner) for corner in corners],
        "qform": [lps(image.get_qform(), corner) for corner in corners],
    }


def of_dicom(name):
    slices = [pydicom.dcmread(f) for f in sorted(glob.glob(os.path.join(folder, name + "-*.dcm")))]
    values = numpy.stack([s.pixel_array for s in slices]).flatten().tolist()

    def place(i, j, k):
        s = slices[k]
        across, down = numpy.array(s.ImageOrientationPatient[:3]), numpy.array(s.ImageOrientationPatient[3:])
        row, column = s.PixelSpacing
        return (numpy.array(s.ImagePositionPatient) + across * i * column + down * j * row).tolist()

    places = [place(*corner) for corner in corners]
    return {"name": name, "values": values, "corners": places, "qform": places}


niftis = sorted(glob.glob(os.path.join(folder, "*.nii")))
for file in niftis:
    print(json.dumps(of_nifti(file)))
    print(json.dumps(of_dicom(os.path.basename(file)[:-4])))
