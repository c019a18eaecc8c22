//! What is done to the pixels of a picture as a whole: the words of instructions and the work on pixels share them.

/// A tone of the picture; amounts run from -1 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    Brightness,
    Contrast,
    Saturation,
    /// Positive is warmer.
    Warmth,
    Shadows,
    Highlights,
    /// 1 is half a turn.
    Hue,
}

/// A named filter; its strength is 1 as usual.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Filter {
    Grayscale,
    Sepia,
    Invert,
    Blur,
    Sharpen,
    Denoise,
    Pixelate,
    Posterize,
    Halftone,
    Pencil,
    Emboss,
    Edges,
    Vignette,
    Grain,
    Vintage,
    Duotone,
    AutoLevels,
}
