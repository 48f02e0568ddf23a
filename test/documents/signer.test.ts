import { expect, it } from 'vitest';
import { signerIn } from '../../src/documents/facts/signer.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { docxFile, xlsxFile } from './files.ts';

type Parts = Parameters<typeof docxFile>[0];

it.each<[string, Parts, string | null]>([
  [
    'beside the receivers',
    [[['Nơi nhận:\n- Lưu: VT.', 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nTrần Hữu Phác']]],
    'Trần Hữu Phác',
  ],
  ['below running text', ['Việc cần làm.', 'CHÁNH VĂN PHÒNG', 'Lưu Thị Bích'], 'Lưu Thị Bích'],
  ['of the Party', [[['', 'T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC\nĐinh Công Sự']]], 'Đinh Công Sự'],
  ['not yet', ['CHỦ TỊCH', '', 'Nơi nhận:'], null],
  ['nobody: a title names an office', ['CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG', 'Căn cứ Luật Đất đai;'], null],
])('%s', async (_, parts, signer) => {
  expect(signerIn(await readDocument(await docxFile(parts)))).toBe(signer);
});

it('in a sheet below the position, not beside it', async () => {
  const file = await xlsxFile({ Việc: [['NGƯỜI LẬP', 'TRƯỞNG PHÒNG'], [], ['Hà Thị Mận', 'Tạ Quang Minh']] });
  expect(signerIn(await readDocument(file))).toBe('Tạ Quang Minh');
});
