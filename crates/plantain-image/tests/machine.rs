//! The same input gives the same bytes on every machine.
//!
//! The golden file holds hashes of what is made from every kind of picture. They may change with a codec's version,
//! never with the machine: this test is to be run on every kind of CPU that is supported.

mod pictures;

use pictures::{glass, gradient, noise, photo, screen};
use plantain_core::Pixels;
use plantain_image::{
    Coding, EncodeOptions, Limits, Metadata, decode, encode, flatten, pixel_hash, resize,
};
use sha2::{Digest, Sha256};

type Draw = fn(u32, u32) -> Pixels;

#[test]
fn bytes_are_the_same_on_every_machine() {
    let mut got = String::new();
    let kinds: [(&str, Draw); 5] = [
        ("screen", screen),
        ("photo", photo),
        ("gradient", gradient),
        ("glass", glass),
        ("noise", noise),
    ];
    for (kind, draw) in kinds {
        let pixels = draw(700, 300);
        for (what, hash) in hashes(&pixels) {
            let short: String = hash.iter().take(8).map(|b| format!("{b:02x}")).collect();
            got.push_str(&format!("{kind} {what} {short}\n"));
        }
    }
    let expected = include_str!("golden/machine.txt");
    assert!(
        got == expected,
        "the bytes changed; if a codec was updated on purpose, golden/machine.txt becomes:\n{got}"
    );
}

fn hashes(pixels: &Pixels) -> Vec<(&'static str, [u8; 32])> {
    let codings = [
        ("png", Coding::Png),
        ("jpeg-80", Coding::Jpeg { quality: 80 }),
        ("jpeg-95", Coding::Jpeg { quality: 95 }),
        ("webp", Coding::WebpLossless),
        ("webp-80", Coding::WebpLossy { quality: 80 }),
    ];
    let mut hashes = Vec::new();
    for (name, coding) in codings {
        let metadata = Metadata {
            scene_json: Some("{\"version\":1}".repeat(99)),
            ..Metadata::default()
        };
        let file = encode(pixels, &EncodeOptions { coding, metadata }).unwrap();
        hashes.push((name, Sha256::digest(&file).into()));
        hashes.push((
            "decoded",
            pixel_hash(&decode(&file, &Limits::default()).unwrap()),
        ));
    }
    hashes.push(("flattened", pixel_hash(&flatten(pixels, [9, 99, 199]))));
    hashes.push(("smaller", pixel_hash(&resize(pixels, 233, 171).unwrap())));
    hashes.push(("larger", pixel_hash(&resize(pixels, 1001, 777).unwrap())));
    hashes
}
