//! A subject found by a network of the owner's choice: an ONNX file of the shape of U²-Net or IS-Net.
//!
//! One input of 1x3xHxW floats, the picture stretched to it; one output of 1xHxW or 1x1xHxW that says for every pixel how
//! surely it is subject. The file is untrusted: whatever is wrong with it is said in a sentence, and it is tried once
//! before anything relies on it.

mod operators;
mod sampling;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use plantain_core::{Mask, Pixels};
use plantain_engine::Segmenter;
use rten::{Dimension, Model, ModelOptions, NodeId, Value};
use rten_tensor::prelude::*;

pub use self::sampling::Scale;

/// Largest file that is read, bytes.
const FILE_BYTES_MAX: u64 = 2 << 30;
/// Sides that a network may take, pixels.
const SIDES: std::ops::RangeInclusive<usize> = 16..=2048;
/// The side where the file leaves it open, pixels: what U²-Net was trained at.
const SIDE_OPEN: usize = 320;
/// From this side on a network of unknown scale is taken for an IS-Net.
const SIDE_IS_NET: usize = 1024;

/// Where the network is, and what it expects.
#[derive(Debug, Clone)]
pub struct SegmenterConfig {
    /// An `.onnx` file.
    pub path: PathBuf,
    /// How samples become numbers; none goes by the size of the input.
    pub scale: Option<Scale>,
}

/// A network that was read and tried.
pub struct OnnxSegmenter {
    name: String,
    model: Model,
    input: NodeId,
    output: NodeId,
    /// Width and height of the input, pixels.
    size: (usize, usize),
    scale: Scale,
    /// One picture at a time: a run takes hundreds of megabytes and every core.
    turn: Mutex<()>,
}

impl OnnxSegmenter {
    /// Reads a network and runs it once.
    ///
    /// # Errors
    /// A sentence that names the file and says what is wrong with it.
    pub fn open(config: &SegmenterConfig) -> Result<Self, String> {
        let path = &config.path;
        let wrong = |why: String| format!("{}: {why}", path.display());
        let bytes = read(path).map_err(wrong)?;
        let model = guarded(|| {
            let mut options = ModelOptions::with_ops(operators::registry());
            options.prepack_weights(true);
            options.load(bytes).map_err(|error| error.to_string())
        })
        .map_err(|why| wrong(format!("it is no ONNX network that can be run: {why}")))?;
        let input = only_input(&model).map_err(wrong)?;
        let size = input_size(&model, input).map_err(wrong)?;
        let output = *model
            .output_ids()
            .first()
            .ok_or_else(|| wrong("it has no output".into()))?;
        let scale = config.scale.unwrap_or(if size.0 >= SIDE_IS_NET {
            Scale::IsNet
        } else {
            Scale::U2Net
        });
        let name = path.file_stem().unwrap_or(path.as_os_str());
        let segmenter = Self {
            name: name.to_string_lossy().into_owned(),
            model,
            input,
            output,
            size,
            scale,
            turn: Mutex::new(()),
        };
        segmenter.run(&probe()).map_err(wrong)?;
        Ok(segmenter)
    }

    /// Returns width and height of the input, pixels.
    pub fn size(&self) -> (usize, usize) {
        self.size
    }

    /// Returns how samples become numbers.
    pub fn scale(&self) -> Scale {
        self.scale
    }

    /// Returns the number of weights.
    pub fn weights(&self) -> usize {
        self.model.total_params()
    }

    fn run(&self, pixels: &Pixels) -> Result<Mask, String> {
        let (width, height) = self.size;
        let values = sampling::input(pixels, self.size, self.scale);
        let turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let output = guarded(|| {
            let input = Value::from_shape([1, 3, height, width], values)
                .map_err(|error| error.to_string())?;
            let inputs = vec![(self.input, input.into())];
            self.model
                .run_n(inputs, [self.output], None)
                .map_err(|error| error.to_string())
        });
        drop(turn);
        let [output] = output.map_err(|why| format!("it does not run: {why}"))?;
        let Value::FloatTensor(tensor) = output else {
            return Err("its output is not of 32-bit floats".into());
        };
        let [width, height] = mask_size(tensor.shape())?;
        sampling::mask(&tensor.to_vec(), width, height)
    }
}

impl Segmenter for OnnxSegmenter {
    fn name(&self) -> &str {
        &self.name
    }

    fn segment(&self, pixels: &Pixels) -> Result<Mask, String> {
        self.run(pixels)
    }
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    let found = std::fs::metadata(path).map_err(|error| error.to_string())?;
    if !found.is_file() {
        return Err("it is no file".into());
    }
    match found.len() {
        0 => Err("the file is empty".into()),
        bytes if bytes > FILE_BYTES_MAX => Err(format!(
            "it has {bytes} bytes, the limit is {FILE_BYTES_MAX}"
        )),
        _ => std::fs::read(path).map_err(|error| error.to_string()),
    }
}

/// Turns a panic of the runtime over a strange file into a refusal.
fn guarded<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err("the runtime gave up on it; is the file whole?".into()))
}

fn only_input(model: &Model) -> Result<NodeId, String> {
    match model.input_ids() {
        [only] => Ok(*only),
        inputs => Err(format!(
            "it has {} inputs; a segmenter takes one, the picture",
            inputs.len()
        )),
    }
}

/// Returns width and height of the input: the file's, or a usual one where the file leaves them open.
fn input_size(model: &Model, input: NodeId) -> Result<(usize, usize), String> {
    let shape = model.node_info(input).and_then(|info| info.shape());
    let Some(shape) = shape else {
        return Ok((SIDE_OPEN, SIDE_OPEN));
    };
    let shown = || {
        let part = |side: &Dimension| match side {
            Dimension::Fixed(n) => n.to_string(),
            Dimension::Symbolic(name) => name.clone(),
        };
        shape.iter().map(part).collect::<Vec<_>>().join("x")
    };
    let open = |side: &Dimension, wanted: usize| match side {
        Dimension::Fixed(n) => *n == wanted,
        Dimension::Symbolic(_) => true,
    };
    let [batch, channels, height, width] = shape.as_slice() else {
        return Err(format!("its input is {}, not 1x3xHxW", shown()));
    };
    if !open(batch, 1) || !open(channels, 3) {
        return Err(format!("its input is {}, not 1x3xHxW", shown()));
    }
    let side = |side: &Dimension| match side {
        Dimension::Fixed(n) => *n,
        Dimension::Symbolic(_) => SIDE_OPEN,
    };
    let size = (side(width), side(height));
    if !SIDES.contains(&size.0) || !SIDES.contains(&size.1) {
        return Err(format!(
            "its input is {} pixels; sides from {} to {} can be taken",
            shown(),
            SIDES.start(),
            SIDES.end()
        ));
    }
    Ok(size)
}

/// Returns width and height of an output of the shape 1x1xHxW, 1xHxW or HxW.
fn mask_size(shape: &[usize]) -> Result<[usize; 2], String> {
    if let [ones @ .., height, width] = shape
        && ones.len() <= 2
        && ones.iter().all(|n| *n == 1)
        && SIDES.contains(width)
        && SIDES.contains(height)
    {
        return Ok([*width, *height]);
    }
    let shown: Vec<String> = shape.iter().map(usize::to_string).collect();
    Err(format!(
        "its first output is {}, not 1x1xHxW",
        shown.join("x")
    ))
}

/// A light disk on dark ground.
fn probe() -> Pixels {
    const SIDE: i32 = 64;
    let lit = |x: i32, y: i32| (x - 32) * (x - 32) + (y - 32) * (y - 32) < 400;
    let rgba = (0..SIDE * SIDE)
        .flat_map(|i| {
            let value = if lit(i % SIDE, i / SIDE) { 220 } else { 40 };
            [value, value, value, 255]
        })
        .collect();
    Pixels {
        width: SIDE as u32,
        height: SIDE as u32,
        rgba,
        opaque: true,
    }
}
