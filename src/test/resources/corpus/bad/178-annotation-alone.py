x: float
# problem: 1:9 python.unsupported.annotationAlone
