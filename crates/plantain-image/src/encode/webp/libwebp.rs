//! The one place that calls libwebp.
//!
//! It is built for the baseline instruction set of its target (the crate's `sse41` and `avx2` features stay off), so
//! its output does not depend on the CPU that it meets.

use std::ptr;

use libwebp_sys::{
    WebPConfig, WebPEncode, WebPMemoryWrite, WebPMemoryWriter, WebPMemoryWriterClear,
    WebPMemoryWriterInit, WebPPicture, WebPPictureFree, WebPPictureImportRGBA,
    WebPPictureImportRGBX,
};
use plantain_core::Pixels;

use crate::{ImageError, Result};

/// Effort from 0 to 6. At 2 a picture takes half the time of libwebp's default, 4, and is some 5 % larger.
const METHOD: i32 = 2;
const VERSION_MISMATCH: &str = "libwebp's version does not match its headers";

/// Returns the picture as a lossy WebP file; `pixels` has passed its checks.
pub(super) fn encode(pixels: &Pixels, quality: u8) -> Result<Vec<u8>> {
    let config = config(quality)?;
    let mut picture = Picture::new(pixels)?;
    let mut output = Output::new();
    picture.0.writer = Some(WebPMemoryWrite);
    picture.0.custom_ptr = (&raw mut output.0).cast();
    // SAFETY: the configuration and the picture were initialised by libwebp. `custom_ptr` points to the memory writer
    // that `WebPMemoryWrite` expects, which outlives the call and is touched by nobody else during it.
    let done = unsafe { WebPEncode(&raw const config, &raw mut picture.0) };
    if done == 0 {
        return Err(failed(format!("libwebp error {:?}", picture.0.error_code)));
    }
    Ok(output.bytes().to_vec())
}

fn failed(detail: impl ToString) -> ImageError {
    ImageError::internal("WebP encoding", detail)
}

fn config(quality: u8) -> Result<WebPConfig> {
    let mut config = WebPConfig::new().map_err(|()| failed(VERSION_MISMATCH))?;
    config.quality = f32::from(quality);
    config.method = METHOD;
    // Transparent pixels keep their colour, so that decoding gives back what was stored.
    config.exact = 1;
    Ok(config)
}

/// A `WebPPicture` that frees its planes.
struct Picture(WebPPicture);

impl Picture {
    fn new(pixels: &Pixels) -> Result<Self> {
        let mut picture = Self(WebPPicture::new().map_err(|()| failed(VERSION_MISMATCH))?);
        let side = |side: u32| i32::try_from(side).map_err(failed);
        picture.0.width = side(pixels.width)?;
        picture.0.height = side(pixels.height)?;
        let import = if pixels.opaque {
            WebPPictureImportRGBX
        } else {
            WebPPictureImportRGBA
        };
        let stride = side(pixels.width)? * 4;
        assert_eq!(pixels.rgba.len(), stride as usize * pixels.height as usize);
        // SAFETY: the picture is initialised, its size set, and the buffer holds `height` rows of `stride` bytes, as
        // asserted; libwebp copies from it and keeps no pointer.
        let imported = unsafe { import(&raw mut picture.0, pixels.rgba.as_ptr(), stride) };
        if imported == 0 {
            return Err(failed("out of memory"));
        }
        Ok(picture)
    }
}

impl Drop for Picture {
    fn drop(&mut self) {
        // SAFETY: the picture was initialised by libwebp and is freed once.
        unsafe { WebPPictureFree(&raw mut self.0) }
    }
}

/// A `WebPMemoryWriter` that frees its buffer.
struct Output(WebPMemoryWriter);

impl Output {
    fn new() -> Self {
        let mut writer = WebPMemoryWriter {
            mem: ptr::null_mut(),
            size: 0,
            max_size: 0,
            pad: [0],
        };
        // SAFETY: the pointer is valid for writing a `WebPMemoryWriter`.
        unsafe { WebPMemoryWriterInit(&raw mut writer) };
        Self(writer)
    }

    fn bytes(&self) -> &[u8] {
        if self.0.mem.is_null() {
            return &[];
        }
        // SAFETY: libwebp keeps `size` initialised bytes at `mem`, and nothing writes while `self` is borrowed.
        unsafe { std::slice::from_raw_parts(self.0.mem, self.0.size) }
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        // SAFETY: the writer was initialised by libwebp and is cleared once.
        unsafe { WebPMemoryWriterClear(&raw mut self.0) }
    }
}
