//! The same wishes in many words, as people write them.

use super::check;

#[test]
fn edits_in_many_words() {
    check(&[
        (
            "can you please remove the background for me?",
            &["background transparent"],
        ),
        ("pls get rid of the watermark thx", &["remove watermark"]),
        (
            "could you make the sky a bit more dramatic",
            &["generate \"the sky a bit more dramatic\""],
        ),
        (
            "Change the color of the car to bright red.",
            &["recolor car -> red"],
        ),
        (
            "Remove the man in the blue jacket while keeping the rest of the scene unchanged",
            &["remove man In jacket[blue]"],
        ),
        ("add a red hat to the woman", &["add 1 red hat On woman"]),
        ("Put sunglasses on the dog", &["add 1 sunglasses On dog"]),
        (
            "change background to a sunny beach",
            &["background scene \"a sunny beach\""],
        ),
        (
            "make it look like a watercolor painting",
            &["theme watercolor"],
        ),
        ("turn this photo into a pencil sketch", &["theme sketch"]),
        (
            "Transfer the image into a cartoon style",
            &["theme cartoon"],
        ),
        ("extract the bicycle from the image", &["extract bicycle"]),
        (
            "Extract the woman wearing a white dress",
            &["extract woman Wearing dress[white]"],
        ),
        (
            "Change the material of the table to marble",
            &["resurface table -> marble"],
        ),
        ("make the table out of glass", &["resurface table -> glass"]),
        (
            "change her expression to happy",
            &["generate \"her expression to happy\""],
        ),
        (
            "make the man raise his hand",
            &["generate \"the man raise his hand\""],
        ),
        (
            "add a caption \"Summer 2027\" below the image",
            &["add text \"Summer 2027\" as Caption @Bottom"],
        ),
        (
            "Add text that says Grand Opening at the top in gold",
            &["add text \"Grand Opening\" gold @Top"],
        ),
        (
            "change the headline from \"Big Sale\" to \"Bigger Sale\"",
            &["text Title \"Big Sale\" -> \"Bigger Sale\""],
        ),
        (
            "replace \"Monday\" with \"Tuesday\"",
            &["text \"Monday\" \"Monday\" -> \"Tuesday\""],
        ),
        ("Title: Jazz Night", &["text Title -> \"Jazz Night\""]),
        (
            "the title should be \"Jazz Night\"",
            &["text Title -> \"Jazz Night\""],
        ),
        (
            "make the heading say \"Jazz Night\"",
            &["text Title -> \"Jazz Night\""],
        ),
        ("make the font serif", &["type all-text serif"]),
        ("use a script font for the title", &["type Title script"]),
        ("change the font to Helvetica", &["type all-text sans"]),
        (
            "make the text bold and centered",
            &["type all-text bold align Center"],
        ),
        ("underline the subtitle", &["type Subtitle underline"]),
        ("all caps for the headline", &["type Title Upper"]),
        ("lowercase title", &["type Title Lower"]),
        ("left align the text", &["align all-text Left"]),
        ("center the logo", &["align Logo Center"]),
        (
            "increase the font size of the title by 20%",
            &["type Title x1.20"],
        ),
        ("make the price 50% bigger", &["type Price x1.50"]),
        ("reduce the size of the logo", &["resize Logo x0.70"]),
        ("shrink the tree a little", &["resize tree x0.85"]),
        ("enlarge the moon", &["resize moon x1.30"]),
        ("double the size of the cat", &["resize cat x2.00"]),
        ("make the house half the size", &["resize house x0.50"]),
        ("the text is too small", &["type all-text x1.30"]),
        (
            "the dog should be bigger than the cat",
            &["resize dog > cat"],
        ),
        ("move the sun to the top right", &["move sun @TopRight"]),
        (
            "move the boat to the left of the lighthouse",
            &["move boat LeftOf lighthouse"],
        ),
        ("shift the title down a bit", &["move Title @Bottom"]),
        ("put the lamp on the table", &["move lamp On table"]),
        ("bring the cat to the foreground", &["move cat @Foreground"]),
        (
            "place a plant next to the sofa",
            &["add 1 plant NextTo sofa"],
        ),
        (
            "add three birds in the sky and a kite",
            &["add 3 bird In sky", "add 1 kite"],
        ),
        (
            "add another tree behind the house",
            &["add 1 tree Behind house"],
        ),
        ("add two more balloons", &["add 2 balloon"]),
        ("remove one of the balloons", &["remove balloon*1"]),
        ("remove all the people", &["remove person"]),
        ("delete the last row", &["remove row#Last"]),
        ("delete everything but the logo", &["remove all but Logo"]),
        ("no people, no cars", &["remove person", "remove car"]),
        ("make it 5 apples instead of 3", &["count apple = 5"]),
        ("reduce the number of trees to two", &["count tree = 2"]),
        ("increase the number of stars by 3", &["count star +3"]),
        ("make it night", &["setting night"]),
        ("make it a snowy winter scene", &["setting snow winter"]),
        ("change the season to autumn", &["setting autumn"]),
        ("change the weather to foggy", &["setting fog"]),
        ("sunset lighting", &["setting sunset"]),
        ("dark theme", &["theme dark"]),
        ("switch to light mode", &["theme light"]),
        (
            "change the color scheme to navy and gold",
            &["theme palette navy+gold"],
        ),
        ("use pastel colors", &["theme pastel"]),
        ("make it more playful", &["theme playful"]),
        ("more modern look", &["theme modern"]),
        ("make it simpler", &["theme simpler"]),
        ("less cluttered please", &["theme simpler"]),
        ("make it square", &["aspect 1:1"]),
        ("square format", &["aspect 1:1"]),
        ("resize to 1080x1350", &["size 1080x1350"]),
        ("resize to 1200px wide", &["long-side 1200"]),
        ("make it landscape", &["aspect 4:3"]),
        ("convert to portrait orientation", &["aspect 3:4"]),
        ("give me a banner version 3:1", &["aspect 3:1"]),
        ("more whitespace around the text", &["margins x1.5"]),
        ("add padding", &["margins x1.5"]),
        ("crop 10% from each side", &["trim 0.10 0.10 0.10 0.10"]),
        ("crop to the face", &["crop face"]),
        ("trim the top by 15%", &["trim 0.15 0.00 0.00 0.00"]),
        ("zoom in on the bird", &["crop bird"]),
        ("zoom out a little", &["extend 0.10 0.10 0.10 0.10"]),
        ("rotate left", &["rotate -90"]),
        ("turn it upside down", &["rotate 180"]),
        (
            "extend the image to the right by 30%",
            &["extend 0.00 0.30 0.00 0.00"],
        ),
        (
            "expand the canvas on all sides",
            &["extend 0.20 0.20 0.20 0.20"],
        ),
        ("uncrop to 16:9", &["extend-to 16:9"]),
        ("increase the resolution", &["upscale x2.00"]),
        (
            "increase brightness by 15%",
            &["tone picture Brightness +0.15"],
        ),
        ("lower the contrast a bit", &["tone picture Contrast -0.15"]),
        (
            "turn down the saturation",
            &["tone picture Saturation -0.30"],
        ),
        ("turn the contrast up", &["tone picture Contrast +0.30"]),
        ("boost the shadows", &["tone picture Shadows +0.30"]),
        ("warm up the photo", &["tone picture Warmth +0.30"]),
        ("make it cooler", &["tone picture Warmth -0.30"]),
        (
            "make the colors pop more",
            &["tone picture Saturation +0.30"],
        ),
        (
            "desaturate the background",
            &["tone background Saturation -0.60"],
        ),
        (
            "make the background darker",
            &["tone background Brightness -0.30"],
        ),
        ("invert the colors", &["filter picture Invert 1.00"]),
        ("add film grain", &["filter picture Grain 1.00"]),
        ("add a vignette", &["filter picture Vignette 1.00"]),
        ("add a vintage filter", &["filter picture Vintage 1.00"]),
        ("pixelate the face", &["filter face Pixelate 1.00"]),
        (
            "blur out the license plate",
            &["filter license plate Blur 1.00"],
        ),
        ("denoise the picture", &["filter picture Denoise 1.00"]),
        ("remove the noise", &["filter picture Denoise 1.00"]),
        ("halftone effect", &["filter picture Halftone 1.00"]),
        ("posterize it", &["filter picture Posterize 1.00"]),
        ("make a collage of these images", &["compose Grid"]),
        ("stack them vertically", &["compose Stacked"]),
        (
            "combine these two photos side by side",
            &["compose SideBySide"],
        ),
        (
            "place the product on a marble table",
            &["move subject On table"],
        ),
        ("use the second image as background", &["background input2"]),
        (
            "replace the background with the second image",
            &["background input2"],
        ),
        ("put my logo on the mug", &["move input2 On mug"]),
        (
            "change the pie chart to a bar chart",
            &["chart Chart(Pie) -> Bar"],
        ),
        ("show it as a line chart", &["chart Line"]),
        ("set Revenue to $52k", &["value Revenue -> \"$52k\""]),
        ("set revenue to $52,000", &["value revenue -> \"$52,000\""]),
        (
            "update churn rate to 2.1%",
            &["value churn rate -> \"2.1%\""],
        ),
        ("update the Q3 value to 48", &["value Q3 -> \"48\""]),
        ("change Users from 340 to 512", &["value Users -> \"512\""]),
        (
            "add a row \"Mia\" \"42\" \"Berlin\"",
            &["add row [\"Mia\", \"42\", \"Berlin\"]"],
        ),
        (
            "translate to Spanish",
            &["generate \"translate to Spanish\""],
        ),
        (
            "fix the typo: \"Wellcome\" should be \"Welcome\"",
            &["text \"Wellcome\" \"Wellcome\" -> \"Welcome\""],
        ),
        (
            "correct the spelling of Gorge to George",
            &["respell \"George\""],
        ),
        (
            "it should say Sarah, not Sara",
            &["text \"Sara\" \"Sara\" -> \"Sarah\""],
        ),
        ("Bob instead of Rob", &["text \"Rob\" \"Rob\" -> \"Bob\""]),
        (
            "change the button color to #ff8800",
            &["recolor Button -> #ff8800"],
        ),
        ("make the icons bigger", &["resize Icon x1.30"]),
        ("remove the border", &["remove Border"]),
        ("give it a blue border", &["add border blue"]),
        (
            "add a soft shadow under the shoe",
            &["add shadow Under shoe"],
        ),
        ("remove the shadow", &["remove shadow"]),
        (
            "make the background a gradient from pink to orange",
            &["background gradient pink+orange"],
        ),
        (
            "gradient background blue to purple",
            &["background gradient blue+purple"],
        ),
        ("polka dot background", &["background pattern polka dot"]),
        ("background: light gray", &["background light gray"]),
        ("bg transparent png", &["background transparent"]),
        ("make bg transparent", &["background transparent"]),
        ("isolate the product on white", &["background white"]),
        ("cut out the dog", &["extract dog"]),
    ]);
}

#[test]
fn edits_as_people_write() {
    check(&[
        (
            "hey could u get rid of that ugly lamp on the right?? thx",
            &["remove lamp@Right"],
        ),
        (
            "love it! just swap the blue for green",
            &["recolor same[blue] -> green"],
        ),
        (
            "ok now do it in black & white 🙏",
            &["filter picture Grayscale 1.00"],
        ),
        (
            "pls fix typo in title: Chrsitmas -> Christmas",
            &["text \"Chrsitmas\" \"Chrsitmas\" -> \"Christmas\""],
        ),
        (
            "Remove all text from the image and make the background transparent.",
            &["remove all-text", "background transparent"],
        ),
        (
            "Change the woman's dress to red, keep everything else the same",
            &["recolor dress -> red"],
        ),
        (
            "replace all the chairs with stools",
            &["replace chair -> stool"],
        ),
        (
            "I'd like the logo to be smaller and in the top left corner",
            &["resize Logo x0.77", "move Logo @TopLeft"],
        ),
        ("can we try it without the border?", &["remove Border"]),
        (
            "Make the dog look to the left",
            &["generate \"the dog look to the left\""],
        ),
        (
            "the car needs to be yellow, not red",
            &["recolor car -> yellow"],
        ),
        (
            "Swap out the mug for a teapot",
            &["replace mug -> 1 teapot"],
        ),
        ("lose the hat", &["remove hat"]),
        ("Put a frame around it", &["add border Around same"]),
        (
            "Could you possibly add some flowers in the vase?",
            &["add flower In vase"],
        ),
        (
            "add subtle film grain and a slight vignette",
            &["filter picture Grain 0.50", "filter picture Vignette 0.50"],
        ),
        (
            "increase contrast slightly, reduce saturation by 10%",
            &[
                "tone picture Contrast +0.15",
                "tone picture Saturation -0.10",
            ],
        ),
        (
            "brighten the subject but leave the background alone",
            &["tone subject Brightness +0.30", "keep background"],
        ),
        (
            "darken everything except the product",
            &["tone all but subject Brightness -0.30"],
        ),
        ("make the two cats orange", &["recolor cat*2 -> orange"]),
        ("give the robot a red scarf", &["add 1 red scarf On robot"]),
        ("turn day into night", &["setting night"]),
        ("Make it look like autumn", &["setting autumn"]),
        ("let it snow", &["setting snow"]),
        ("change the time of day to sunset", &["setting sunset"]),
        ("remove the reflections", &["remove reflection"]),
        ("erase the power lines", &["remove power line"]),
        ("delete the third bullet point", &["remove bullet#2"]),
        (
            "move the price below the title",
            &["move Price Below Title"],
        ),
        (
            "move \"Book now\" to the bottom",
            &["move \"Book now\" @Bottom"],
        ),
        ("center the headline", &["align Title Center"]),
        ("align everything to the left", &["align picture Left"]),
        (
            "put the date in the top right corner",
            &["move Date @TopRight"],
        ),
        (
            "change date to 14 March 2028",
            &["text Date -> \"14 March 2028\""],
        ),
        ("Update the price: $19.99", &["text Price -> \"$19.99\""]),
        ("change $49 to $39", &["text \"$49\" \"$49\" -> \"$39\""]),
        (
            "Replace 'Monday' by 'Friday'",
            &["text \"Monday\" \"Monday\" -> \"Friday\""],
        ),
        (
            "replace the word \"free\" with \"gratis\" everywhere",
            &["text \"free\" \"free\" -> \"gratis\""],
        ),
        (
            "the name should be Ana-Maria Ruiz",
            &["text Person -> \"Ana-Maria Ruiz\""],
        ),
        (
            "Make the title all caps, gold and a bit bigger",
            &[
                "type Title Upper",
                "recolor Title -> gold",
                "type Title x1.15",
            ],
        ),
        ("use Inter for all text", &["type all-text Inter"]),
        (
            "make the background a soft gradient from #ff9a9e to #fad0c4",
            &["background gradient #ff9a9e+#fad0c4"],
        ),
        (
            "change background colour to #112233",
            &["background #112233"],
        ),
        ("background = white", &["background white"]),
        ("solid black background pls", &["background black"]),
        ("put it on a wooden table", &["move same On table"]),
        (
            "change scenery to mountains",
            &["background scene \"mountains\""],
        ),
        (
            "make the sky purple with stars",
            &["recolor sky -> purple", "add star"],
        ),
        ("add a rainbow in the sky", &["add 1 rainbow In sky"]),
        ("draw a moustache on the cat", &["add 1 moustache On cat"]),
        ("add 3 candles on the cake", &["add 3 candle On cake"]),
        ("add one more candle", &["add 1 candle"]),
        ("I want five balloons, not three", &["count balloon = 5"]),
        ("remove half of the stars", &["count star x0.5"]),
        ("only keep the middle icon", &["remove all but Icon#Middle"]),
        (
            "keep the cat, remove everything else",
            &["remove all but cat", "keep cat"],
        ),
        ("crop it square", &["aspect 1:1"]),
        ("crop to 16x9", &["aspect 16:9"]),
        ("make it 1920x1080", &["size 1920x1080"]),
        ("cut off the bottom 10%", &["trim 0.00 0.00 0.10 0.00"]),
        ("rotate it 15 degrees counterclockwise", &["rotate -15"]),
        ("turn the picture 90 degrees to the left", &["rotate -90"]),
        ("mirror it", &["flip-h"]),
        ("extend the top by 25%", &["extend 0.25 0.00 0.00 0.00"]),
        ("scale the whole thing down to 50%", &["upscale x0.50"]),
        ("make a version for instagram stories", &["aspect 9:16"]),
        (
            "stack the two photos on top of each other",
            &["compose Stacked"],
        ),
        (
            "place image 2 to the right of image 1",
            &["add input2 RightOf input1"],
        ),
        (
            "write Happy Birthday Lena on the cake in pink",
            &["add text \"Happy Birthday Lena\" pink On cake"],
        ),
        (
            "make the line chart an area chart",
            &["chart Chart(Line) -> Area"],
        ),
        (
            "rename column \"Qty\" to \"Amount\"",
            &["text \"Qty\" \"Qty\" -> \"Amount\""],
        ),
        ("add a legend", &["furnish Legend(Some(Anywhere))"]),
        ("remove the gridlines", &["furnish Grid(false)"]),
        ("make the bars blue", &["recolor bar -> blue"]),
        ("dark mode", &["theme dark"]),
        ("vintage look please", &["theme vintage"]),
        ("in the style of van gogh", &["theme oil painting"]),
        ("make it photorealistic", &["theme photo"]),
        ("pixel art version", &["theme pixel"]),
        ("sketch", &["theme sketch"]),
        ("blur faces", &["filter face Blur 1.00"]),
        ("sharpen the eyes", &["filter eye Sharpen 1.00"]),
        ("whiten teeth", &["generate \"whiten teeth\""]),
        ("smooth the skin", &["generate \"smooth the skin\""]),
        ("open the man's eyes", &["generate \"open the man's eyes\""]),
        (
            "make her wear sunglasses",
            &["add 1 sunglasses Wearing same"],
        ),
        (
            "change the pose so that he is sitting",
            &["generate \"the pose so that he is sitting\""],
        ),
        (
            "make the car drive faster",
            &["generate \"the car drive faster\""],
        ),
        ("zoom into the face", &["crop face"]),
        ("1. make title red", &["recolor Title -> red"]),
        ("2. delete the subtitle", &["remove Subtitle"]),
        (
            "{\"edit\": \"make the car blue\"}",
            &["recolor car -> blue"],
        ),
        (
            "Edit: white bg, logo bottom-right, \"NEW\" badge top-left",
            &[
                "background white",
                "move Logo @BottomRight",
                "add Badge [\"NEW\"] @TopLeft",
            ],
        ),
        (
            "title -> red; subtitle -> gone",
            &["recolor Title -> red", "remove Subtitle"],
        ),
    ]);
}
