//! What is written beside the pixels can be read back, from every format, and stays under its limits.

mod pictures;

use pictures::{glass, screen};
use plantain_image::metadata::{
    DESCRIPTION, FIELD_BYTES_MAX, FIELDS_MAX, SCENE_BYTES_MAX, SOFTWARE, TITLE,
};
use plantain_image::{
    Coding, Culprit, EncodeOptions, Metadata, encode, is_our_drawing, read_metadata, xmp_packet,
};
use proptest::prelude::*;

const CODINGS: [Coding; 4] = [
    Coding::Png,
    Coding::Jpeg { quality: 85 },
    Coding::WebpLossless,
    Coding::WebpLossy { quality: 70 },
];

fn metadata(fields: &[(&str, &str)]) -> Metadata {
    let own = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
    Metadata {
        fields: fields.iter().map(own).collect(),
        ..Metadata::default()
    }
}

fn write(metadata: &Metadata, coding: Coding) -> Vec<u8> {
    let pixels = glass(30, 20);
    let metadata = metadata.clone();
    encode(&pixels, &EncodeOptions { coding, metadata }).unwrap()
}

fn check_round_trip(metadata: &Metadata) {
    for coding in CODINGS {
        let read = read_metadata(&write(metadata, coding)).unwrap();
        assert!(&read == metadata, "{coding:?}: {read:?}");
    }
}

/// Text that deflate cannot shrink much.
fn noisy_text(length: usize) -> String {
    (0..length as u32)
        .map(|i| char::from(b'!' + (pictures::mix(i, 7) % 90) as u8))
        .collect()
}

#[test]
fn metadata_round_trips() {
    check_round_trip(&Metadata::default());
    check_round_trip(&metadata(&[
        (TITLE, "Été à Genève — 夏 <& \"quoted\" 'single'>"),
        (
            DESCRIPTION,
            "A poster:\r\n\ttwo lines & ]]> an entity &amp; left alone",
        ),
        (SOFTWARE, "Plantain 0.1.0"),
        ("plantain:seed", "18446744073709551615"),
        ("plantain:prompt", &"a very long prompt ".repeat(200)),
        ("plantain:empty", ""),
        ("plantain:twice", "1"),
        ("plantain:twice", "2"),
    ]));
    let scene = format!("{{\"version\":1,\"text\":\"{}\"}}", "नमस्ते 👋 ".repeat(3000));
    check_round_trip(&Metadata {
        scene_json: Some(scene),
        ..metadata(&[(TITLE, "t")])
    });
}

#[test]
fn long_scenes_and_fields_are_split() {
    let long = noisy_text(300_000);
    check_round_trip(&Metadata {
        scene_json: Some(long.clone()),
        ..Metadata::default()
    });
    check_round_trip(&Metadata {
        scene_json: Some(long.clone()),
        ..metadata(&[("plantain:prompt", &long)])
    });
}

#[test]
fn foreign_xmp_is_kept_and_read() {
    let foreign = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
        <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title><rdf:Alt>\
        <rdf:li xml:lang=\"x-default\">Caf&#xE9; &lt;3</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>";
    let with_ours = Metadata {
        xmp: Some(foreign.to_owned()),
        ..metadata(&[("plantain:seed", "7")])
    };
    check_round_trip(&with_ours);
    let alone = Metadata {
        xmp: Some(foreign.to_owned()),
        ..Metadata::default()
    };
    for coding in &CODINGS[1..] {
        let read = read_metadata(&write(&alone, *coding)).unwrap();
        assert_eq!(read.get(TITLE), Some("Café <3"), "{coding:?}");
        assert_eq!(read.xmp.as_deref(), Some(foreign), "{coding:?}");
    }
}

#[test]
fn packets_are_found_in_vector_formats() {
    let said = metadata(&[(TITLE, "A chart"), ("plantain:seed", "7")]);
    let said = Metadata {
        scene_json: Some("{\"version\":1}".to_owned()),
        ..said
    };
    let packet = xmp_packet(&said).unwrap();
    for file in [
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata>{packet}</metadata></svg>"),
        format!("%PDF-1.7\n1 0 obj <</Type /Metadata>> stream\n{packet}\nendstream"),
    ] {
        assert_eq!(read_metadata(file.as_bytes()).unwrap(), said);
    }
    assert_eq!(read_metadata(b"plain text").unwrap(), Metadata::default());
}

/// As the engine writes it; the hash is that of this drawing.
const OUR_SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\">\n\
    <metadata xmlns:plantain=\"https://plantain.dev/ns/1\" plantain:drawing-sha256=\"SHA\">\n\
    <plantain:field name=\"plantain:prompt\">a &quot;b&quot; &lt;c&gt;</plantain:field>\n\
    <plantain:scene>{&quot;version&quot;:1}</plantain:scene>\n</metadata>\n<path/></svg>\n";
const OUR_PDF: &str = "%PDF-1.7\n8 0 obj\n<</Type/Filespec/F(plantain-scene.json)/UF(x)/EF<</F 14 0 R/UF 14 0 R>>>>\nendobj\n\
    14 0 obj\n<</Length 21/Type/EmbeddedFile>>\nstream\nnot a stream of zlib..\nendstream\n%%EOF";

#[test]
fn our_own_documents_are_taken_apart() {
    let found = read_metadata(OUR_SVG.as_bytes()).unwrap();
    assert_eq!(found.get("plantain:prompt"), Some("a \"b\" <c>"));
    assert_eq!(found.scene_json.as_deref(), Some("{\"version\":1}"));
    assert!(!is_our_drawing(OUR_SVG.as_bytes()), "its hash is another's");
    let error = read_metadata(OUR_PDF.as_bytes()).unwrap_err();
    assert!(error.to_string().contains("damaged PDF"), "{error}");
}

#[test]
fn control_characters_are_replaced() {
    for coding in CODINGS {
        let read = read_metadata(&write(&metadata(&[(TITLE, "a\0b\u{1b}c")]), coding)).unwrap();
        assert_eq!(read.get(TITLE), Some("a\u{fffd}b\u{fffd}c"), "{coding:?}");
    }
}

#[test]
fn what_cannot_be_written_is_refused() {
    let check = |metadata: Metadata, culprit, what: &str| {
        let options = EncodeOptions {
            coding: Coding::Png,
            metadata,
        };
        let error = encode(&screen(20, 20), &options).unwrap_err();
        assert_eq!(
            (error.culprit(), error.to_string().contains(what)),
            (culprit, true),
            "{error}"
        );
    };
    for key in [
        "",
        " a",
        "a ",
        "a  b",
        "ключ",
        "a\nb",
        "plantain:scene",
        "XML:com.adobe.xmp",
        &"k".repeat(80),
    ] {
        check(metadata(&[(key, "v")]), Culprit::Input, "metadata key");
    }
    check(
        metadata(&vec![("k", "v"); FIELDS_MAX + 1]),
        Culprit::Limit,
        "257",
    );
    check(
        metadata(&[("k", &"v".repeat(FIELD_BYTES_MAX + 1))]),
        Culprit::Limit,
        "1048577",
    );
    let scene_json = Some(" ".repeat(SCENE_BYTES_MAX + 1));
    check(
        Metadata {
            scene_json,
            ..Metadata::default()
        },
        Culprit::Limit,
        "scene",
    );
    let xmp = Some("not a packet".to_owned());
    check(
        Metadata {
            xmp,
            ..Metadata::default()
        },
        Culprit::Input,
        "rdf:RDF",
    );
}

#[test]
fn a_compressed_bomb_is_an_error_not_memory() {
    use std::io::Write;
    let mut stream = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    stream.write_all(&vec![b' '; SCENE_BYTES_MAX + 1]).unwrap();
    let content = [b"plantain:scene\0\x01\0\0\0", &stream.finish().unwrap()[..]].concat();
    let mut file = write(&Metadata::default(), Coding::Png);
    let chunk = [
        &(content.len() as u32).to_be_bytes()[..],
        b"iTXt",
        &content,
        &[0; 4],
    ]
    .concat();
    file.splice(33..33, chunk);
    assert_eq!(read_metadata(&file).unwrap_err().culprit(), Culprit::Limit);
}

proptest! {
    #[test]
    fn any_text_round_trips(key in "[!-~]{1,79}", value in "\\PC{0,60}", scene in "\\PC{0,200}") {
        prop_assume!(key != "plantain:scene");
        check_round_trip(&Metadata { scene_json: Some(scene), ..metadata(&[(&key, &value)]) });
    }

    #[test]
    fn damaged_documents_never_panic(
        kind in 0usize..2,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut file = [OUR_SVG, OUR_PDF][kind].as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at.index(file.len());
            file[at] = byte;
        }
        let _ = (read_metadata(&file), is_our_drawing(&file));
        file.truncate(cut.index(file.len()));
        let _ = (read_metadata(&file), is_our_drawing(&file));
    }

    #[test]
    fn damaged_files_never_panic(coding in 0usize..4, at in any::<prop::sample::Index>(), byte: u8, cut in any::<prop::sample::Index>()) {
        let said = Metadata { scene_json: Some("{}".to_owned()), ..metadata(&[(TITLE, "t"), ("a", "<&>")]) };
        let mut file = write(&said, CODINGS[coding]);
        let at = at.index(file.len());
        file[at] = byte;
        let _ = read_metadata(&file);
        file.truncate(cut.index(file.len()));
        let _ = read_metadata(&file);
    }
}
