//! Token counts, as they are published.

use plantain_core::{PictureFile, PixelSize, Tier, count_tokens};
use plantain_image::probe;
use serde::{Deserialize, Serialize};

use super::wire::{Content, GenerateContent, ModalityTokens, Part};
use crate::inline;

/// Tokens of a picture that is handed in, or of each of its tiles.
const TILE_TOKENS: u64 = 258;
/// Pictures up to this many pixels a side are not cut into tiles.
const SMALL_SIDE: u32 = 384;

/// Tokens of what a request says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tokens {
    pub text: u64,
    pub image: u64,
}

impl Tokens {
    pub fn total(self) -> u64 {
        self.text + self.image
    }

    /// Returns the counts by modality; the text's also when there is none.
    pub fn details(self) -> Vec<ModalityTokens> {
        let text = ModalityTokens {
            modality: "TEXT",
            token_count: self.text,
        };
        let image = ModalityTokens {
            modality: "IMAGE",
            token_count: self.image,
        };
        std::iter::once(text)
            .chain((self.image > 0).then_some(image))
            .collect()
    }
}

/// Returns the tokens of a whole request: every turn and the system instruction, thoughts excepted. `opened` are pictures
/// of it that were opened already, found by their field.
pub fn of_request(body: &GenerateContent, opened: &[PictureFile]) -> Tokens {
    let contents = body.contents.as_deref().unwrap_or_default();
    of_contents(contents, body.system_instruction.as_ref(), opened)
}

/// As [`of_request`], of turns alone.
pub fn of_contents(
    contents: &[Content],
    instruction: Option<&Content>,
    opened: &[PictureFile],
) -> Tokens {
    let mut tokens = Tokens::default();
    for (turn, content) in contents.iter().chain(instruction).enumerate() {
        for (place, part) in content.parts.iter().flatten().enumerate() {
            if part.thought == Some(true) {
                continue;
            }
            tokens.text += part
                .text
                .as_deref()
                .map_or(0, |text| count_tokens(text) as u64);
            let path = format!("contents[{turn}].parts[{place}]");
            tokens.image += picture_tokens(part, opened, &path);
        }
    }
    tokens
}

/// Pictures that cannot be read count as small ones: counting is not where they are refused.
fn picture_tokens(part: &Part, opened: &[PictureFile], path: &str) -> u64 {
    let is_this = |file: &&PictureFile| {
        let rest = file.field.strip_prefix(path);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let file = opened.iter().find(is_this);
    let info = match (file, &part.inline_data, &part.file_data) {
        (Some(file), _, _) => probe(&file.file),
        (None, Some(blob), _) => {
            let data = blob.data.as_deref().unwrap_or_default();
            match inline::picture(path, data) {
                Ok(bytes) => probe(&bytes),
                Err(_) => return TILE_TOKENS,
            }
        }
        (None, None, Some(_)) => return TILE_TOKENS,
        (None, None, None) if part.kept.is_some() => return TILE_TOKENS,
        (None, None, None) => return 0,
    };
    info.map_or(TILE_TOKENS, |info| input_tokens(info.width, info.height))
}

/// Returns the tokens of a picture that is handed in: 258 up to 384 pixels a side. A larger one is cut into square tiles of
/// 258 tokens each, whose side is two thirds of its shorter side, at least 256 and at most 768 pixels.
fn input_tokens(width: u32, height: u32) -> u64 {
    if width <= SMALL_SIDE && height <= SMALL_SIDE {
        return TILE_TOKENS;
    }
    let tile = (u64::from(width.min(height)) * 2 / 3).clamp(256, 768);
    let tiles = |side: u32| u64::from(side).div_ceil(tile);
    tiles(width) * tiles(height) * TILE_TOKENS
}

/// Returns the tokens of a picture that was drawn: those of the smallest tier whose square holds as many pixels; those of
/// 4K beyond.
pub fn output_tokens(size: PixelSize) -> u64 {
    const TOKENS: [u64; 4] = [747, 1120, 1680, 2520];
    // Long ratios have up to an eighth more pixels than the square of their tier; the next tier has four times as many.
    let holds = |tier: &Tier| size.pixels() * 4 <= u64::from(tier.side()).pow(2) * 5;
    let tier = Tier::ALL.into_iter().find(holds).unwrap_or(Tier::K4);
    TOKENS[tier as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use plantain_core::{AspectRatio, SizeSpec};

    #[test]
    fn every_ratio_of_a_tier_costs_the_same() {
        for (tier, expected) in Tier::ALL.into_iter().zip([747, 1120, 1680, 2520]) {
            for aspect in AspectRatio::offered() {
                let spec = SizeSpec {
                    tier: Some(tier),
                    aspect: Some(aspect),
                    ..SizeSpec::default()
                };
                let size = spec.resolve(&Default::default());
                assert_eq!(output_tokens(size), expected, "{tier} {aspect} {size}");
            }
        }
    }

    #[test]
    fn pictures_handed_in_are_counted_by_tiles() {
        for (width, height, tiles) in [
            (1, 1, 1),
            (384, 384, 1),
            (385, 100, 2),
            (960, 540, 6),
            (1024, 1024, 4),
            (4096, 4096, 36),
        ] {
            assert_eq!(
                input_tokens(width, height),
                tiles * TILE_TOKENS,
                "{width}x{height}"
            );
        }
    }

    #[test]
    fn what_is_said_counts_and_thoughts_do_not() {
        let body: GenerateContent = serde_json::from_str(
            r#"{"systemInstruction":{"parts":[{"text":"be brief"}]},"contents":[
            {"parts":[{"text":"a cat"},{"fileData":{"fileUri":"files/x"}},{"inlineData":{"data":"AAAA"}}]},
            {"role":"model","parts":[{"text":"let me think","thought":true},{"text":"Here"}]}]}"#,
        )
        .unwrap();
        let tokens = of_request(&body, &[]);
        assert_eq!((tokens.text, tokens.image), (2 + 2 + 1, 2 * 258));
        assert_eq!(tokens.details().len(), 2);
        assert_eq!(Tokens::default().details().len(), 1);
    }
}
