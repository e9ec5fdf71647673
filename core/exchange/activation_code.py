"""What PyTorch and Keras call each activation: in code, and in what PyTorch prints of a model."""

from __future__ import annotations

PYTORCH = {
    "relu": "nn.ReLU()",
    "sigmoid": "nn.Sigmoid()",
    "tanh": "nn.Tanh()",
    "leaky_relu": "nn.LeakyReLU(0.01)",
    "elu": "nn.ELU()",
    "gelu": "nn.GELU()",
    "silu": "nn.SiLU()",
    "softplus": "nn.Softplus()",
    "identity": "nn.Identity()",
    "softmax": "nn.Softmax(dim=-1)",
}
KERAS = {name: f'"{name}"' for name in PYTORCH} | {
    # Keras multiplies negative z by 0.2 by default.
    "leaky_relu": "keras.layers.LeakyReLU(negative_slope=0.01)",
    "identity": '"linear"',
}
PRINTED = {
    "relu": "ReLU()",
    "sigmoid": "Sigmoid()",
    "tanh": "Tanh()",
    "leaky_relu": "LeakyReLU(negative_slope=0.01)",
    "elu": "ELU(alpha=1.0)",
    "gelu": "GELU(approximate='none')",
    "silu": "SiLU()",
    "softplus": "Softplus(beta=1.0, threshold=20.0)",
    "identity": "Identity()",
    "softmax": "Softmax(dim=-1)",
}
"""As ``str`` gives it of the modules of `PYTORCH`."""
