//! Writes ONNX files: the few messages of its protocol buffers that a small network needs (onnx.proto3, IR version 8).

const FLOAT: u64 = 1;
const INT64: u64 = 7;
const IR_VERSION: u64 = 8;
const OPERATOR_SET: u64 = 13;

/// A side of a tensor, as a message.
pub type Dimension = Vec<u8>;
/// An input or an output, as a message.
pub type Value = Vec<u8>;

/// Weights, as a message.
pub struct Tensor(Vec<u8>);

impl Tensor {
    pub fn floats(name: &str, shape: &[u64], values: &[f32]) -> Self {
        let raw: Vec<u8> = values.iter().flat_map(|v| v.to_le_bytes()).collect();
        Self::raw(name, shape, FLOAT, &raw)
    }

    #[allow(dead_code, reason = "each test uses some of them")]
    pub fn integers(name: &str, shape: &[u64], values: &[i64]) -> Self {
        let raw: Vec<u8> = values.iter().flat_map(|v| v.to_le_bytes()).collect();
        Self::raw(name, shape, INT64, &raw)
    }

    fn raw(name: &str, shape: &[u64], kind: u64, raw: &[u8]) -> Self {
        let mut out = Vec::new();
        shape.iter().for_each(|side| number(&mut out, 1, *side));
        number(&mut out, 2, kind);
        bytes(&mut out, 8, name.as_bytes());
        bytes(&mut out, 9, raw);
        Self(out)
    }
}

pub fn fixed(side: i64) -> Dimension {
    let mut out = Vec::new();
    number(&mut out, 1, side as u64);
    out
}

#[allow(dead_code, reason = "each test uses some of them")]
pub fn symbol(name: &str) -> Dimension {
    let mut out = Vec::new();
    bytes(&mut out, 2, name.as_bytes());
    out
}

pub fn float(name: &str, shape: Vec<Dimension>) -> Value {
    let mut sides = Vec::new();
    shape.iter().for_each(|side| bytes(&mut sides, 1, side));
    let mut tensor = Vec::new();
    number(&mut tensor, 1, FLOAT);
    bytes(&mut tensor, 2, &sides);
    let mut kind = Vec::new();
    bytes(&mut kind, 1, &tensor);
    let mut out = Vec::new();
    bytes(&mut out, 1, name.as_bytes());
    bytes(&mut out, 2, &kind);
    out
}

pub fn node(operator: &str, inputs: &[&str], outputs: &[&str]) -> Vec<u8> {
    let mut out = Vec::new();
    inputs
        .iter()
        .for_each(|name| bytes(&mut out, 1, name.as_bytes()));
    outputs
        .iter()
        .for_each(|name| bytes(&mut out, 2, name.as_bytes()));
    bytes(&mut out, 3, operator.as_bytes());
    bytes(&mut out, 4, operator.as_bytes());
    if operator == "Conv" {
        // What exporters always write, and the runtime wants said.
        bytes(&mut out, 5, &integers("strides", &[1, 1]));
        bytes(&mut out, 5, &integers("dilations", &[1, 1]));
        bytes(&mut out, 5, &integers("pads", &[0, 0, 0, 0]));
    }
    out
}

/// An attribute that is a list of integers.
fn integers(name: &str, values: &[u64]) -> Vec<u8> {
    const INTEGERS: u64 = 7;
    let mut out = Vec::new();
    bytes(&mut out, 1, name.as_bytes());
    values.iter().for_each(|value| number(&mut out, 8, *value));
    number(&mut out, 20, INTEGERS);
    out
}

/// Returns a whole file.
pub fn graph(
    nodes: &[Vec<u8>],
    weights: &[Tensor],
    inputs: &[Value],
    outputs: &[Value],
) -> Vec<u8> {
    let mut graph = Vec::new();
    nodes.iter().for_each(|node| bytes(&mut graph, 1, node));
    bytes(&mut graph, 2, b"segmenter");
    weights
        .iter()
        .for_each(|tensor| bytes(&mut graph, 5, &tensor.0));
    inputs.iter().for_each(|value| bytes(&mut graph, 11, value));
    outputs
        .iter()
        .for_each(|value| bytes(&mut graph, 12, value));
    let mut operators = Vec::new();
    bytes(&mut operators, 1, b"");
    number(&mut operators, 2, OPERATOR_SET);
    let mut out = Vec::new();
    number(&mut out, 1, IR_VERSION);
    bytes(&mut out, 7, &graph);
    bytes(&mut out, 8, &operators);
    out
}

fn number(out: &mut Vec<u8>, field: u64, value: u64) {
    varint(out, field << 3);
    varint(out, value);
}

fn bytes(out: &mut Vec<u8>, field: u64, value: &[u8]) {
    varint(out, field << 3 | 2);
    varint(out, value.len() as u64);
    out.extend_from_slice(value);
}

fn varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}
