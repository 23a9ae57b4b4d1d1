"""Write the trained weights as the int8 ONNX file that ships: `python -m training.export encoder.pt FOLDER`."""

from __future__ import annotations

import argparse
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

import torch

from graph_builder.extract.tagging.tags import HEADS
from training.network import Network

__all__ = ["export"]


def export(weights: Path, folder: Path) -> Path:
    """`folder/encoder.onnx`: matrices and word embeddings in eight bits, a scale for each row."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    network = Network()
    network.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    network.eval()
    ids = torch.randint(0, 3000, (1, 48))
    folder.mkdir(parents=True, exist_ok=True)
    lengths = {name: {0: "batch", 1: "length"} for name in ("ids", "shapes", *HEADS)}
    with TemporaryDirectory() as place, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole, ready = Path(place, "whole.onnx"), Path(place, "ready.onnx")
        torch.onnx.export(
            network,
            (ids, torch.zeros_like(ids)),
            str(whole),
            input_names=["ids", "shapes"],
            output_names=list(HEADS),
            dynamic_axes=lengths,
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            ready,
            folder / "encoder.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )
    return folder / "encoder.onnx"


def main() -> None:
    """Export what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    written = export(args.weights, args.folder)
    print(f"{written}: {written.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
