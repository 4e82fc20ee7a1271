import type { FindingDictionary } from './finding-words-en.ts';

const RENAME = '请为文件改一个简单的名称（例如leaflet-1.pdf），然后再次选取。';
const SAVE_PLAIN = '请在制作文件的程序中将其移除，或把文档另存为PDF，再呈交新文件。';
const MAKE_AGAIN = '请用制作文件的程序打开并重新保存，确定可以打开，再呈交新文件。';
const PACK_AGAIN = '请用电脑的一般压缩工具重新压缩，或逐一呈交文件。';
const PRINT_PDF = '请把文档打印成新的PDF（在打印对话框选“另存为PDF”），再呈交该文件。';

export const FINDINGS_ZH_HANS: FindingDictionary = {
  findings: {
    'name-empty': { found: '文件没有名称。', remedy: RENAME },
    'name-too-long': { found: '“{file}”的名称超过255个字节。', remedy: RENAME },
    'name-control-character': { found: '“{file}”的名称含有无法显示的字符。', remedy: RENAME },
    'name-direction-mark': { found: '“{file}”的名称含有会改变阅读次序的隐藏标记。', remedy: RENAME },
    'name-separator': { found: '“{file}”的名称含有 / \\ : * ? " < > | 其中一个字符。', remedy: RENAME },
    'name-reserved': { found: '“{file}”是部分电脑保留的名称。', remedy: RENAME },
    'name-dots': { found: '“{file}”的名称以句点开头，或以句点或空格结尾。', remedy: RENAME },
    'empty-file': { found: '“{file}”是空的，没有任何内容。', remedy: '请选取载有内容的文件。' },
    'too-large': {
      found: ['“{file}”有{bytes}个字节，每个文件的上限为{limit}个。', '“{file}”超过50,000,000个字节。'],
      remedy: '请分为几个文件，或缩小图像后保存，再呈交。',
    },
    'not-on-the-list': {
      found:
        '“{file}”不属可呈交的格式：RTF、DOC、DOCX、HTML、PDF、TXT、GIF、JPEG、TIFF、PNG、WAV、MP3、AVI、MPEG、ZIP或GZ。',
      remedy: '{advice}',
    },
    'not-as-named': {
      found: ['“{file}”的名称显示为{named}，但内容是{found}。', '“{file}”的名称与内容属不同格式。'],
      remedy: '如内容正确，请把扩展名改为该格式；否则请按名称所示的格式重新保存。',
    },
    'unsafe-name': {
      found: '“{file}”的名称含有隐藏或不准使用的字符。',
      remedy: '请更改文件名称，再重新压缩。',
    },
    unreadable: {
      found: [
        '“{file}”无法按{format}格式读取：文件已损坏、不完整或不符合标准。',
        '“{file}”无法读取：文件已损坏、不完整或不符合标准。',
      ],
      remedy: MAKE_AGAIN,
    },
    encrypted: {
      found: '“{file}”已加密或需要密码。',
      remedy: '请保存一份不设密码的文件再呈交：公众必须能够打开。',
    },
    'data-after-the-end': {
      found: ['“{file}”多出{bytes}个不属其内容的字节。', '“{file}”载有不属其内容的字节。'],
      remedy: MAKE_AGAIN,
    },
    'two-formats': {
      found: ['“{file}”同时是另一种格式（{kind}）的文件。', '“{file}”同时是两种格式的文件。'],
      remedy: MAKE_AGAIN,
    },
    virus: {
      found: ['病毒扫描在“{file}”发现{name}。', '病毒扫描在“{file}”发现病毒。'],
      remedy: '请勿打开该文件。请检查其来源电脑，重新制作文件后再呈交。',
    },
    macros: { found: '“{file}”载有宏，即电脑指令。', remedy: SAVE_PLAIN },
    'active-field': {
      found: ['“{file}”载有会读取、执行或查询的域（{field}）。', '“{file}”载有会读取、执行或查询的域。'],
      remedy: '请在Word选取该域，按Ctrl+Shift+F9转为纯文字，或把文档另存为PDF，再呈交新文件。',
    },
    'active-control': { found: '“{file}”载有会在电脑上执行的按钮、控件或加载项。', remedy: SAVE_PLAIN },
    'embedded-object': {
      found: '“{file}”载有其他程序的对象或文档。',
      remedy: '请改以图片粘贴该对象，或把文档另存为PDF，再呈交新文件。',
    },
    'outside-content': {
      found: '“{file}”打开时会从别处读取内容，例如图片或模板。',
      remedy: '请把图片直接插入文件，断开模板及其他文件的链接，再呈交新文件。',
    },
    script: { found: '“{file}”载有脚本。', remedy: '请移除所有脚本，或另存为不含脚本的PDF，再呈交新文件。' },
    'acts-by-itself': { found: '“{file}”在打开、显示或打印时会自动执行动作。', remedy: PRINT_PDF },
    'acts-on-the-computer': {
      found: [
        '“{file}”载有会启动、打开、发送或载入其他东西的指令（{action}）。',
        '“{file}”载有会启动、打开、发送或载入其他东西的指令。',
      ],
      remedy: PRINT_PDF,
    },
    'embedded-file': { found: '“{file}”内附有其他文件。', remedy: '请移除附件，并按准许的格式另行呈交。' },
    'embedded-media': {
      found: '“{file}”内嵌声音、影片或立体模型。',
      remedy: '请将其移除，并以WAV、MP3、AVI或MPEG另行呈交声音或影片。',
    },
    'dynamic-form': { found: '“{file}”是动态表格（XFA），打开时才由程序产生。', remedy: PRINT_PDF },
    'dangerous-link': {
      found: [
        '“{file}”有链接指向会执行或位于电脑内的东西（{scheme}）。',
        '“{file}”有链接指向会执行或位于电脑内的东西。',
      ],
      remedy: '请只链接至网页及电邮地址，再呈交新文件。',
    },
    'frame-or-form': {
      found: '“{file}”载有框架、表单或内嵌对象。',
      remedy: '请移除后保存，或另存为PDF，再呈交新文件。',
    },
    'old-word': {
      found: '“{file}”由1997年以前的Word制作，当中的宏无法与文字分辨。',
      remedy: '请另存为DOCX或PDF再呈交。',
    },
    'archive-too-large': {
      found: ['“{file}”解压后会有{bytes}个字节，超过上限{limit}个。', '“{file}”解压后会超过上限。'],
      remedy: '请把内容分为几个较小的压缩文件，或逐一呈交。',
    },
    'archive-too-many': {
      found: ['“{file}”内有{count}个文件，上限为{limit}个。', '“{file}”内的文件太多。'],
      remedy: '请把内容分为几个较小的压缩文件。',
    },
    'archive-in-archive': {
      found: '“{file}”是压缩文件内的压缩文件。',
      remedy: '请把内层的压缩文件解压，直接压缩其中的文件。',
    },
    'archive-path': { found: '“{file}”解压时会写到其文件夹以外。', remedy: PACK_AGAIN },
    'archive-link': { found: '“{file}”载有指向别处的链接，而不是文件。', remedy: PACK_AGAIN },
    'archive-contradicts-itself': { found: '“{file}”的目录与其内容不符。', remedy: PACK_AGAIN },
    'archive-method': { found: '“{file}”的压缩方法并非每部电脑都能解压。', remedy: PACK_AGAIN },
    'archive-empty': { found: '“{file}”内没有文件。', remedy: '请把有关文件放入压缩文件，或逐一呈交。' },
    'too-many-pixels': {
      found: ['“{file}”有{pixels}个像素，上限为{limit}个。', '“{file}”的像素太多。'],
      remedy: '请缩小图像后保存：A1尺寸每英寸300点已足以看清全部内容。',
    },
    'too-many-pages': {
      found: ['“{file}”有{count}页或帧，上限为{limit}。', '“{file}”的页数或帧数太多。'],
      remedy: '请分为几个文件。',
    },
    'could-not-be-inspected': {
      found: '“{file}”无法检查：检查需时太久或未能完成。',
      remedy: '请用较简单的方式保存，例如新的PDF或较小的图像，再呈交。如再次发生，请联络选举事务处。',
    },
    'could-not-be-scanned': {
      found: '病毒扫描未能检查“{file}”的全部内容。',
      remedy: '请用较简单的方式保存，不设密码及附件，再呈交。',
    },
    'identity-number': {
      found: ['“{file}”内有{count}个号码似是身份证号码。', '“{file}”内有号码似是身份证号码。'],
      remedy: '请遮盖号码，使文件内不再载有该等号码，然后更换文件。如并非身份证号码，请予确认。',
    },
    'changing-field': {
      found: ['“{file}”载有文字会自动改变的域（{field}）。', '“{file}”载有文字会自动改变的域。'],
      remedy: '请在Word选取该域，按Ctrl+Shift+F9转为纯文字，然后更换文件。如必须保留，请予确认。',
    },
    'hidden-video': {
      found: '“{file}”的照片背后有数秒影片。',
      remedy: '请只保存照片并更换文件，或确认该影片可以公开。',
    },
    'not-read-to-the-end': {
      found: '“{file}”太长，未能全部检查是否载有身份证号码。',
      remedy: '请确定当中没有该等号码并予确认，或把文件分拆。',
    },
    location: {
      found: '“{file}”载有拍摄地点。',
      remedy: '无需跟进。如不想公开地点，请改为呈交不含位置信息的文件。',
    },
    'personal-folder': {
      found: '“{file}”载有制作电脑的文件夹名称。',
      remedy: '无需跟进。如不想公开该名称，请把文档附加至一般模板。',
    },
    'tracked-changes': {
      found: '“{file}”仍显示修订记录。',
      remedy: '无需跟进。如不想公开，请先接受所有修订。',
    },
    comments: { found: '“{file}”载有批注。', remedy: '无需跟进。如不想公开，请先删除批注。' },
    'earlier-revisions': {
      found: ['“{file}”仍载有{count}个较早的版本。', '“{file}”仍载有较早的版本。'],
      remedy: '无需跟进。如不想公开，请打印成新的PDF。',
    },
    'more-pictures': {
      found: ['“{file}”的照片背后另有{count}张图片。', '“{file}”的照片背后另有图片。'],
      remedy: '无需跟进。如不想公开，请只保存照片。',
    },
    'system-files': {
      found: ['“{file}”内有{count}个由电脑自行加入的文件。', '“{file}”内有由电脑自行加入的文件。'],
      remedy: '无需跟进。',
    },
  },
  advice: {
    video: '请把影片转为AVI或MPEG。如不可行，请提供公众可以观看的公开平台的链接。',
    audio: '请把声音转为WAV或MP3。',
    image: '请把图像保存为PNG、JPEG、TIFF或GIF。',
    document: '请把文档保存为PDF，或不含宏的DOCX。',
    archive: '请以ZIP压缩文件，或逐一呈交。',
    program: '程序及脚本不可呈交。',
    other: '请保存为上述其中一种格式再呈交。',
  },
  parts: {
    text: '正文',
    'hidden-text': '隐藏文字',
    headers: '页眉及页脚',
    notes: '注释',
    comments: '批注',
    'deleted-text': '已删除但仍在文件内的文字',
    metadata: '文件摘要信息',
    settings: '文件设置',
    'earlier-revision': '仍在文件内的较早版本',
    name: '名称',
  },
  page: '第{page}页',
  where: '{sentence}位置：{places}。',
  list: '、',
};
