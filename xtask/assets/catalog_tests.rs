#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_a_font() {
        for face in FACES {
            let tag = &face.data[..4];
            let collection = tag == b"ttcf";
            assert!(collection || tag == [0, 1, 0, 0] || tag == b"OTTO", "{}: {tag:?}", face.family);
            assert!(collection || face.index == 0, "{}", face.family);
            assert!(face.weights.0 <= face.weights.1, "{}", face.family);
        }
    }

    #[test]
    fn every_family_has_its_licence() {
        for face in FACES {
            let found = LICENCES.iter().find(|l| face.family.starts_with(l.family));
            assert!(found.is_some_and(|l| l.text.len() > 500), "{}", face.family);
        }
    }

    #[test]
    fn fonts_stay_within_their_share_of_the_binary() {
        let bytes: usize = files().map(<[u8]>::len).sum();
        assert!(bytes <= 16 << 20, "{bytes} bytes");
    }
}
